import type { Link } from '../connector';
import { CrmError } from '../crm-error';
import type { Delivery } from '../ledger/rows';
import { beginSending, settle } from '../ledger/settle';
import { hashOf, itemUrl } from '../links';
import { fieldValue } from '../mapping/filling';
import { FINE, type OneDelivery, restsUntil, type Said } from './one-delivery';
import type { Source } from './plan';
import { settleFailure } from './settle-failure';

/** Writes the fields that the team chose, each to what the session says now; harmless when it is done twice. */
export async function writeFields(
  at: OneDelivery,
  row: Delivery,
  { session, expert, revision }: Source,
  links: readonly Link[],
): Promise<Said> {
  const { deps, connection, connector } = at;
  const written = { session, expert, url: itemUrl(deps.origin, row.connectionId, row.sessionId, 'note') };
  const jobs = links.flatMap((link) => {
    if (!connector.caps.fields.includes(link.kind)) return [];
    const values = connection.mapping.fields.flatMap(({ on, source, field }) => {
      const value = on === link.kind ? fieldValue(source, written) : null;
      return value === null ? [] : [[field, value] as const];
    });
    return values.length > 0 ? [{ link, values: Object.fromEntries(values) }] : [];
  });
  const hash = hashOf(jobs.map(({ link, values }) => [link.kind, link.id, values]));
  const done = { sentRevision: revision, sentHash: hash, problem: null, failures: 0 };
  if (row.sentHash === hash) {
    await settle(deps.db, row, { state: 'done' }, deps.now(), { ...done, tries: row.attempts });
    return FINE;
  }
  if (!(await beginSending(deps.db, row, restsUntil(at), deps.now()))) return FINE;
  const tries = row.attempts + 1;
  try {
    for (const { link, values } of jobs) await connector.set(link, values);
    await settle(deps.db, row, { state: 'done' }, deps.now(), { ...done, tries, deliveredAt: deps.now() });
    return FINE;
  } catch (error) {
    if (error instanceof CrmError) return settleFailure(at, row, error, { tries, inDoubt: false });
    throw error;
  }
}
