import type { Logger } from 'pino';
import type { Db } from '../db/connect';
import { crms } from '.';
import type { CrmDefinition, Pace } from './connector';
import { type CrmDeps, type DeliveryTimes, USUAL_TIMES } from './delivery/context';
import { createOAuth, type OAuthRegistration } from './oauth';
import { createOutgoing } from './outgoing/guarded-outgoing';
import type { Outgoing } from './outgoing/outgoing';
import { createVault, vaultKeys } from './vault';

/** What an operator sets about CRMs, and what tests replace. */
export type CrmOptions = {
  keys?: string | undefined;
  allowPrivate?: boolean;
  registrations?: Readonly<Record<string, OAuthRegistration>>;
  origins?: Readonly<Record<string, string>>;
  definitions?: readonly CrmDefinition[];
  times?: Partial<DeliveryTimes>;
  paceOf?: (definition: CrmDefinition) => readonly Pace[];
  random?: () => number;
};

/** Where a vendor sends people back to after they consented. */
export const CONSENT_PATH = '/api/crm/consent';

export function crmDeps(
  { db, log, now, secret, origin }: { db: Db; log: Logger; now: () => Date; secret: string; origin: string },
  options: CrmOptions = {},
): CrmDeps {
  const { allowPrivate = false, origins = {}, registrations = {} } = options;
  const times = { ...USUAL_TIMES, ...options.times };
  const reached = new Map<string, Outgoing>();
  const outgoingTo = (definition: CrmDefinition): Outgoing => {
    const moved = origins[definition.id];
    const hosts = moved ? [new URL(moved).hostname] : definition.hosts;
    const known = reached.get(definition.id);
    const outgoing = known ?? createOutgoing({ hosts, allowPrivate, timeoutMs: times.requestMs });
    reached.set(definition.id, outgoing);
    return outgoing;
  };
  const moved = (definition: CrmDefinition, url: string) => {
    const to = origins[definition.id];
    const { pathname, search } = new URL(url);
    return to ? new URL(pathname + search, to).toString() : url;
  };
  return {
    db,
    log,
    now,
    random: options.random ?? Math.random,
    vault: createVault(vaultKeys(options.keys, secret)),
    oauth: createOAuth({ registrations, redirectUri: origin + CONSENT_PATH, outgoingTo, moved, now }),
    crms: options.definitions ?? crms,
    outgoingTo,
    originOf: ({ id }) => origins[id] ?? null,
    origin,
    paceOf: options.paceOf ?? (({ pace }) => pace),
    times,
  };
}
