import { sql } from 'drizzle-orm';
import { fromDrizzle, type PgBoss } from 'pg-boss';
import * as z from 'zod/mini';
import type { Vault } from '../crm/vault';
import type { Db, Tx } from '../db/connect';
import { enterTeam, leaveTeam } from '../db/team-transaction';

export const MAIL = 'mail';

/** One address, of one person: without a name, a list or a line of its own. */
export const MailAddress = z.email().check(z.maxLength(254));

/** Signs that end a line, steer a terminal or turn the direction of writing. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;
export const oneLine = (text: string) => text.replaceAll(UNSEEN, ' ').trim();

/** Plain text to one person. The id is the message's own: sent again, it is the same message for who receives it. */
export const Mail = z.object({
  id: z.uuid(),
  teamId: z.string().check(z.minLength(1), z.maxLength(64)),
  to: MailAddress,
  /** One line; what would begin another is a space. */
  subject: z.pipe(z.string(), z.pipe(z.transform(oneLine), z.string().check(z.minLength(1), z.maxLength(200)))),
  text: z.string().check(z.minLength(1), z.maxLength(20_000)),
});
export type Mail = z.infer<typeof Mail>;

/** What came of a mail: on its way, handed over to the receiver's side, refused there, or given up after a day. */
export type MailState = 'waiting' | 'sent' | 'refused' | 'given-up';
/** What ended; `code` is the three digits of the other side, when it spoke. */
export type MailResult = { id: string; teamId: string; state: Exclude<MailState, 'waiting'>; code: number | null };

export type Mailer = {
  /** Whether mail is set up here; without it links are shown to be copied, and `send` throws. */
  available: boolean;
  /** Queues it, in the team's transaction when one is given: both happen or neither. Twice the same id is once. */
  send(mail: Mail, tx?: Tx): Promise<void>;
  /** What became of mails by their ids, kept for eight days; ids that nothing is known of are left out. */
  statesOf(ids: readonly string[]): Promise<Map<string, MailState>>;
};

export type MailerOptions = { boss: PgBoss; db: Db; vault: Vault };

/** What the queue holds: address, subject and text sealed, for the text may carry a private link. */
export type QueuedMail = { id: string; teamId: string; sealed: string };
export const sealedAt = ({ id, teamId }: { id: string; teamId: string }) => ({ teamId, column: 'mail.sealed', id });

/** `null` where no mail is set up. */
export function createMailer(options: MailerOptions | null): Mailer {
  if (!options)
    return {
      available: false,
      send: async () => {
        throw new Error('No mail is set up.');
      },
      statesOf: async () => new Map(),
    };
  const { boss, db, vault } = options;
  return {
    available: true,
    async send(mail, tx) {
      const { id, teamId, ...rest } = Mail.parse(mail);
      const queued: QueuedMail = { id, teamId, sealed: vault.seal(JSON.stringify(rest), sealedAt(mail)) };
      if (!tx) {
        await boss.send(MAIL, queued, { id });
        return;
      }
      // The queue belongs to no team.
      await leaveTeam(tx);
      await boss.send(MAIL, queued, { id, db: fromDrizzle(tx, sql) });
      await enterTeam(tx, teamId);
    },
    async statesOf(ids) {
      if (ids.length === 0) return new Map();
      const { rows } = await db.execute<{ id: string; state: string; output: { state?: MailState } | null }>(
        sql`select id, state, output from pgboss.job
            where name = ${MAIL} and id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`,
      );
      return new Map(rows.map(({ id, state, output }) => [id, stateOf(state, output?.state)]));
    },
  };
}

function stateOf(job: string, ended: MailState | undefined): MailState {
  if (job === 'completed') return ended ?? 'given-up';
  return job === 'failed' || job === 'cancelled' ? 'given-up' : 'waiting';
}
