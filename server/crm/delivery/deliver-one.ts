import { asTeam } from '../../db/team-transaction';
import { CrmError } from '../crm-error';
import type { Delivery } from '../ledger/rows';
import { settle } from '../ledger/settle';
import { linksFor } from './find-links';
import { FINE, type OneDelivery, type Said } from './one-delivery';
import { readSource } from './plan';
import { removeItem } from './remove-item';
import { settleFailure } from './settle-failure';
import { writeFields } from './write-fields';
import { writeItem } from './write-item';

/** Brings one thing to where it is to be, or writes down why not. Never throws for what a vendor does. */
export async function deliverOne(at: OneDelivery, row: Delivery): Promise<Said> {
  const { db, now } = at.deps;
  const source = await asTeam(db, row.teamId, (tx) => readSource(tx, row));
  if (!source || row.wanted === 'absent') return at.inTurn(row.links, () => removeItem(at, row));
  if (source.sharedFrom > now() && row.remoteId === null) {
    await settle(db, row, { state: 'waiting', nextAt: source.sharedFrom }, now(), { tries: row.attempts });
    return FINE;
  }
  try {
    const links = await linksFor(at, row, source);
    if (links === null) return FINE;
    const write = row.kind === 'fields' ? writeFields : writeItem;
    return await at.inTurn(links, () => write(at, row, source, links));
  } catch (error) {
    if (error instanceof CrmError)
      return settleFailure(at, row, error, { tries: row.attempts, inDoubt: mayBeThere(row) });
    throw error;
  }
}

/** A process that died while it was sending left the row so. */
export function mayBeThere(row: Delivery): boolean {
  return row.remoteId === null && (row.inDoubt || row.state === 'sending');
}
