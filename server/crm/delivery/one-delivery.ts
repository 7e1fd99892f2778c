import type { Connector, Link } from '../connector';
import type { Connection } from '../ledger/rows';
import type { CrmDeps } from './context';

/** What one delivery says about the account as a whole. */
export type Said =
  | { kind: 'fine' }
  /** The account failed us; another delivery may fare as badly. `after`: milliseconds it asked for. */
  | { kind: 'failed'; after: number | null }
  /** Only a person can mend the connection. */
  | { kind: 'attention'; code: string };

export const FINE: Said = { kind: 'fine' };

export type OneDelivery = {
  deps: CrmDeps;
  connection: Connection;
  connector: Connector;
  /** One push at a time for each of these records. */
  inTurn<T>(links: readonly Pick<Link, 'kind' | 'id'>[], work: () => Promise<T>): Promise<T>;
};

/** Until then another process leaves it alone: by that time the request has arrived or never will. */
export function restsUntil({ deps }: OneDelivery): Date {
  return new Date(deps.now().getTime() + deps.times.requestMs + deps.times.doubtMs);
}
