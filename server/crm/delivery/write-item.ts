import type { Link } from '../connector';
import { CrmError } from '../crm-error';
import type { Delivery } from '../ledger/rows';
import { beginSending, settle, wantBeside } from '../ledger/settle';
import { markOf } from '../links';
import { mayBeThere } from './deliver-one';
import { FINE, type OneDelivery, restsUntil, type Said } from './one-delivery';
import { kindsBeside, planItem, type Source } from './plan';
import { removeItem } from './remove-item';
import { settleFailure } from './settle-failure';

/** Writes a note or a task, once: what may be there already is looked for first, and what stands there as it is to be is let be. */
export async function writeItem(at: OneDelivery, row: Delivery, source: Source, links: readonly Link[]): Promise<Said> {
  const { deps, connection, connector } = at;
  const { caps } = connector;
  const plan = planItem(row, source, { origin: deps.origin, caps, mapping: connection.mapping, links });
  if (!plan) return removeItem(at, row);
  const wantRest = async () => {
    if (row.kind === 'note')
      await wantBeside(deps.db, row, kindsBeside(source.session, caps, connection.mapping), deps.now());
    return FINE;
  };
  const done = { sentRevision: source.revision, sentHash: plan.hash, problem: null, failures: 0, inDoubt: false };
  if (row.state !== 'sending' && row.remoteId !== null && row.sentHash === plan.hash) {
    await settle(deps.db, row, { state: 'done' }, deps.now(), { ...done, tries: row.attempts });
    return wantRest();
  }

  const formerLinks = row.links.filter(
    (each) => !plan.item.links.some(({ kind, id }) => kind === each.kind && id === each.id),
  );
  let known = row.remoteId;
  if (mayBeThere(row) && caps.key === 'locate') {
    // Where it was to be linked when it was sent, and where it is to be now.
    const found = await connector.locate({
      ...plan.item,
      url: markOf(plan.item.url),
      links: [...plan.item.links, ...formerLinks],
    });
    known = found?.id ?? null;
  }
  // Former ones are forgotten only when it was written without them.
  const sending = { links: [...plan.item.links, ...formerLinks], remoteId: known, inDoubt: known === null };
  if (!(await beginSending(deps.db, row, restsUntil(at), deps.now(), sending))) return FINE;
  const tries = row.attempts + 1;
  try {
    const lastWritten = row.deliveredAt?.toISOString() ?? null;
    const placed = await connector.put({ ...plan.item, formerLinks, lastWritten }, known);
    await settle(deps.db, row, { state: 'done' }, deps.now(), {
      ...done,
      tries,
      links: [...plan.item.links],
      remoteId: placed.id,
      remoteUrl: placed.url,
      shortened: plan.shortened,
      candidates: [],
      deliveredAt: deps.now(),
    });
    return wantRest();
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    if (error.kind === 'gone' && error.code !== 'link-gone' && known !== null) {
      // Somebody deleted it there: it is written anew.
      const anew = { tries, remoteId: null, sentHash: null, inDoubt: false };
      await settle(deps.db, row, { state: 'waiting', nextAt: deps.now() }, deps.now(), anew);
      return FINE;
    }
    return settleFailure(at, row, error, { tries, inDoubt: error.kind === 'doubt' && known === null });
  }
}
