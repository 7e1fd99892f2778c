import type { Logger } from 'pino';
import type { Db } from '../../db/connect';
import type { Connector, CrmDefinition, Pace } from '../connector';
import type { OAuthClient } from '../oauth';
import type { Outgoing } from '../outgoing/outgoing';
import type { Vault } from '../vault';
import type { Pacer } from './pacer';

/** How long things take at most, in milliseconds, and how much is done at once. */
export type DeliveryTimes = {
  /** A process that sends holds the account so long; after its death another waits as long. */
  leaseMs: number;
  /** One request, as `outgoing` bounds it. */
  requestMs: number;
  /** Rest after a request that ended in doubt, before it is looked for: what was under way has arrived by then. */
  doubtMs: number;
  /** Given up, and a person is asked. */
  giveUpMs: number;
  pollMs: number;
  /** What is under way may wait for its turn so long when this process stops. */
  graceMs: number;
  /** Accounts at once, and deliveries at once for each. */
  lanes: number;
  parallel: number;
};

export const USUAL_TIMES: DeliveryTimes = {
  leaseMs: 45_000,
  requestMs: 15_000,
  doubtMs: 30_000,
  giveUpMs: 86_400_000,
  pollMs: 1_000,
  graceMs: 5_000,
  lanes: 20,
  parallel: 8,
};

/** Everything that sending needs. */
export type CrmDeps = {
  db: Db;
  log: Logger;
  now: () => Date;
  random: () => number;
  vault: Vault;
  oauth: OAuthClient;
  crms: readonly CrmDefinition[];
  outgoingTo(definition: CrmDefinition): Outgoing;
  /** Where a vendor's API lies by the operator's word; null for its own host. */
  originOf(definition: CrmDefinition): string | null;
  /** Where people open the web app. */
  origin: string;
  paceOf(definition: CrmDefinition): readonly Pace[];
  times: DeliveryTimes;
};

/** A connector at work on one account, how fast it may go, and how many of its last requests in a row came to nothing. */
export type Account = { connector: Connector; pacer: Pacer; atOnce: number; failing(): number };
