import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Vault } from '../crm/vault';
import type { Db } from '../db/connect';
import { createMailer, MAIL, Mail, type Mailer, type MailResult, type QueuedMail, sealedAt } from './mail';
import { createSmtp, type SmtpOptions } from './smtp';

export type MailOptions = SmtpOptions & {
  /** Told of each mail that ended, at least once. */
  onResult?: (result: MailResult) => void;
  /** The first rest before another try, in seconds; each is twice the one before, an hour at most. */
  restSeconds?: number;
  /** How often a process looks for mail, in seconds. */
  lookSeconds?: number;
  /** Given up when it is older than this, in milliseconds. */
  giveUpMs?: number;
};

const DAY_MS = 86_400_000;
/** As long as an invitation lives, and a day. */
const KEEP_SECONDS = (8 * DAY_MS) / 1000;
const REST_SECONDS = 30;
/** More than a day of tries. */
const TRIES = 60;

export type MailDeps = { boss: PgBoss; db: Db; vault: Vault; log: Logger };

/** Makes the queue of mails, as it is to be now. */
export async function makeMailQueue(boss: PgBoss, restSeconds = REST_SECONDS): Promise<void> {
  await boss.createQueue(MAIL);
  await boss.updateQueue(MAIL, {
    retryLimit: TRIES,
    retryBackoff: true,
    retryDelay: restSeconds,
    retryDelayMax: 3_600,
    expireInSeconds: 180,
    deleteAfterSeconds: KEEP_SECONDS,
  });
}

/** Makes the queue of mails and begins to send; what the queue stops, stops this. Without options no mail is set up. */
export async function startMail(
  { boss, db, vault, log }: MailDeps,
  options: MailOptions | null | undefined,
): Promise<Mailer> {
  if (!options) return createMailer(null);
  const { restSeconds = REST_SECONDS, lookSeconds = 2, giveUpMs = DAY_MS, onResult } = options;
  const smtp = createSmtp(options);
  await makeMailQueue(boss, restSeconds);

  /** Ends with what is kept of it; throws for another try. What is thrown is kept too, so it says a code alone. */
  async function sendOne({ data, createdOn, retryCount }: JobWithMetadata<QueuedMail>): Promise<MailResult> {
    const ended = (state: MailResult['state'], code: number | null = null): MailResult => {
      const result = { id: data.id, teamId: data.teamId, state, code };
      log[state === 'sent' ? 'info' : 'warn']({ part: 'mail', state, code }, 'mail');
      onResult?.(result);
      return result;
    };
    const mail = opened(vault, data);
    if (!mail) return ended('given-up');
    const tried = await smtp.deliver(mail);
    if (tried.kind === 'accepted') return ended('sent');
    if (tried.kind === 'refused') return ended('refused', tried.code);
    if (Date.now() - createdOn.getTime() >= giveUpMs || retryCount >= TRIES) return ended('given-up', tried.code);
    log.warn({ part: 'mail', state: 'waiting', code: tried.code, fault: tried.fault }, 'mail');
    throw new Error(`tried in vain: ${tried.code ?? tried.fault}`);
  }

  const one = { batchSize: 1, includeMetadata: true, pollingIntervalSeconds: lookSeconds } as const;
  await boss.work<QueuedMail, MailResult | undefined, typeof one>(MAIL, one, async ([job]) => job && sendOne(job));
  return createMailer({ boss, db, vault });
}

/** Null when it was sealed by a key that is not there any more. */
function opened(vault: Vault, { id, teamId, sealed }: QueuedMail): Mail | null {
  try {
    return Mail.parse({ id, teamId, ...JSON.parse(vault.open(sealed, sealedAt({ id, teamId }))) });
  } catch {
    return null;
  }
}
