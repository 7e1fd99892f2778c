import { CrmError } from '../crm-error';
import type { Delivery } from '../ledger/rows';
import { beginSending, settle } from '../ledger/settle';
import { itemKey, itemUrl, markOf } from '../links';
import { mayBeThere } from './deliver-one';
import { FINE, type OneDelivery, restsUntil, type Said } from './one-delivery';
import { settleFailure } from './settle-failure';

/** Takes away what is there, and what may be there without our knowing where. What fields say stays: it is the CRM's own now. */
export async function removeItem(at: OneDelivery, row: Delivery): Promise<Said> {
  const { deps, connector } = at;
  const kind = row.kind === 'note' ? 'note' : 'task';
  const over = {
    remoteId: null,
    remoteUrl: null,
    sentHash: null,
    candidates: [],
    problem: null,
    inDoubt: false,
    failures: 0,
  };
  let tries = row.attempts;
  const gone = async () => {
    await settle(deps.db, row, { state: 'removed' }, deps.now(), { ...over, tries });
    return FINE;
  };
  if (row.kind === 'fields' || (row.remoteId === null && row.sentAt === null)) return gone();
  try {
    const id = row.remoteId ?? (await connector.locate(wasSent(at, row, kind)))?.id ?? null;
    if (id === null) return await gone();
    if (!(await beginSending(deps.db, row, restsUntil(at), deps.now(), { remoteId: id }))) return FINE;
    tries += 1;
    await connector.remove(kind, id, row.deliveredAt?.toISOString() ?? null);
    return await gone();
  } catch (error) {
    if (error instanceof CrmError) return settleFailure(at, row, error, { tries, inDoubt: mayBeThere(row) });
    throw error;
  }
}

/** What there is to look for it by, now that its session is gone. */
function wasSent({ deps }: OneDelivery, row: Delivery, kind: 'note' | 'task') {
  return {
    kind,
    key: itemKey(row.connectionId, row.sessionId, row.kind),
    url: markOf(itemUrl(deps.origin, row.connectionId, row.sessionId, row.kind)),
    links: row.links,
    at: (row.firstTriedAt ?? row.sentAt ?? deps.now()).toISOString(),
  };
}
