import { backoffMs } from '@/lib/retry/backoff';
import type { CrmError } from '../crm-error';
import type { Delivery } from '../ledger/rows';
import { settle } from '../ledger/settle';
import { FINE, type OneDelivery, type Said } from './one-delivery';

/** Refusals that every delivery of a connection would meet. */
const OF_CONNECTION = [
  'address-forbidden',
  'right-missing',
  'receiver-gone',
  'redirected',
  'not-registered',
  'no-such-database',
  'secret-length',
];

/** Writes down a failure and says what it means for the account. `inDoubt`: it may have been created, and is looked for first. */
export async function settleFailure(
  { deps }: OneDelivery,
  row: Delivery,
  { kind, code, after }: CrmError,
  { tries, inDoubt }: { tries: number; inDoubt: boolean },
): Promise<Said> {
  const now = deps.now();
  const failures = row.failures + 1;
  const to = (state: Delivery['state'], problem: string, nextAt = now) =>
    settle(deps.db, row, { state, nextAt }, now, { tries, problem, inDoubt, failures });
  switch (kind) {
    case 'retry':
    case 'doubt': {
      const age = row.firstTriedAt ? now.getTime() - row.firstTriedAt.getTime() : 0;
      if (age > deps.times.giveUpMs) await to('needs-person', inDoubt ? 'in-doubt' : 'gave-up');
      else {
        const rest = Math.max(inDoubt ? deps.times.doubtMs : 0, backoffMs(failures, deps.random, after ?? 0));
        await to(inDoubt ? 'doubt' : 'waiting', code ?? kind, new Date(now.getTime() + rest));
      }
      return { kind: 'failed', after };
    }
    case 'auth':
      await to(inDoubt ? 'doubt' : 'waiting', 'auth');
      return { kind: 'attention', code: code ?? 'auth' };
    case 'config':
      if (code && OF_CONNECTION.includes(code)) {
        await to(inDoubt ? 'doubt' : 'waiting', code);
        return { kind: 'attention', code };
      }
      await to('needs-person', code ?? 'config');
      return FINE;
    case 'gone':
      await to('needs-match', 'gone');
      return FINE;
    case 'bad':
      await to('needs-person', code ?? 'bad');
      return FINE;
    default:
      throw new Error(`unhandled ${kind satisfies never}`);
  }
}
