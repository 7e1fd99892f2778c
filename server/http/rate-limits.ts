import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { secretHash } from '../auth/secret-hash';
import { Problem } from '../errors';
import { takeBySheaf } from './take-by-sheaf';

/** How often: [tries, within seconds]. Keys are a person, an e-mail or a network address, as the name says. */
export const DEFAULT_LIMITS = {
  signInByAddress: [30, 300],
  signInByEmail: [10, 300],
  signUpByAddress: [20, 3_600],
  deviceCodeByAddress: [20, 300],
  devicePollByAddress: [120, 60],
  deviceLookUpByAddress: [20, 300],
  invitationByAddress: [30, 300],
  invitationByPerson: [60, 3_600],
  /** Mail that members have sent to others: of a team, and to one address. */
  mailByTeam: [200, 86_400],
  mailByAddress: [5, 86_400],
  /** Pages for clients: seen, sent, and guessed at. */
  clientByAddress: [240, 60],
  clientSendByAddress: [20, 600],
  clientSendByLink: [60, 600],
  clientGuessByAddress: [30, 600],
  /** Calendars that read a feed: of many members at one vendor's address, and of one feed. */
  calendarByAddress: [600, 60],
  calendarByFeed: [60, 3_600],
  /** Passwords and codes that are asked for once more before something that cannot be taken back. */
  confirmByPerson: [10, 300],
  exportByPerson: [10, 3_600],
  writeByPerson: [600, 60],
  readByPerson: [1_200, 60],
} as const satisfies Record<string, readonly [number, number]>;

export type LimitName = keyof typeof DEFAULT_LIMITS;
export type Limits = { spend(name: LimitName, key: string): Promise<void> };

/**
 * Counts in the database, so that any number of processes share one count. Of a wide limit a process takes one part in a
 * hundred at a time and spends that by itself: never more than the limit gets through, and at most that part less a
 * process. Throws `rate-limited` with Retry-After.
 */
export function createLimits(
  pool: pg.Pool,
  table: Record<LimitName, readonly [number, number]> = DEFAULT_LIMITS,
): Limits {
  const limiters = new Map(
    Object.entries(table).map(([name, [points, duration]]) => {
      const limiter = new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        tableName: 'rate_limit',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: name,
        points,
        duration,
        inMemoryBlockOnConsumed: points + 1,
      });
      return [name, takeBySheaf(limiter, Math.max(1, Math.floor(points / 100)))] as const;
    }),
  );
  return {
    async spend(name, key) {
      try {
        await limiters.get(name)?.(secretHash(key));
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
        throw new Problem('rate-limited', { retryAfter: seconds }, { 'retry-after': String(seconds) });
      }
    },
  };
}
