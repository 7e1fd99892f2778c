import { and, eq, sql } from 'drizzle-orm';
import { answeredQuestions } from '@/lib/self-check/answers-text';
import type { CheckTexts } from '@/lib/self-check/in-language';
import type { Path } from '@/lib/self-check/path';
import type { SelfCheck } from '@/lib/self-check/self-check';
import { secretHash } from '../../auth/secret-hash';
import type { Tx } from '../../db/connect';
import { clientLink, sentCheck } from '../../db/schema';
import { CHANNEL } from '../../news/news';
import { type ClientLink, expiry, makeLink, secretOf } from '../links';
import { type CheckForm, sentSecret } from './check-form';

/** Days for which a client can come back to what they sent. */
const KEPT_DAYS = 180;

type Sent = {
  link: ClientLink;
  token: string;
  check: SelfCheck;
  texts: CheckTexts;
  path: Path;
  form: CheckForm;
  now: Date;
  newId: () => string;
};

/** Keeps a wish for a talk with its answers. Sent once more it is the same, and what was deleted stays so. Returns the token of its page. */
export async function storeTalk(tx: Tx, sent: Sent): Promise<string> {
  const { link, form, path, texts } = sent;
  const { time, email, name, organisation, message } = form.talk;
  return await storeOnce(tx, sent, {
    wish: 'talk',
    answers: path.answers,
    answered: answeredQuestions(path, texts),
    time: link.times.includes(time) ? time : '',
    email: email || link.forEmail,
    name: name || link.forName,
    organisation,
    message,
  });
}

/** Notes that a client ended it there: that somebody did, and of a link that was made for one, who. No answer is kept. */
export async function storeEnd(tx: Tx, sent: Sent): Promise<void> {
  const nothing = { answers: {}, answered: [], time: '', organisation: '', message: '' };
  const { forEmail: email, forName: name } = sent.link;
  await storeOnce(tx, sent, { wish: 'ended', email, name, ...nothing });
}

type What = Pick<
  typeof sentCheck.$inferInsert,
  'wish' | 'answers' | 'answered' | 'time' | 'email' | 'name' | 'organisation' | 'message'
>;

/** The address of its page is made of the form, so a form that comes again finds it: there is one row, or none any more. */
async function storeOnce(
  tx: Tx,
  { link, token, check, texts, path, form, now, newId }: Sent,
  what: What,
): Promise<string> {
  const { teamId } = link;
  const secret = sentSecret(secretOf(token) ?? '', `${what.wish} ${form.form}`);
  // Two of the same form that come at once take turns.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${secretHash(secret)}, 0))`);
  const itself = and(eq(clientLink.teamId, teamId), eq(clientLink.secretHash, secretHash(secret)));
  if ((await tx.$count(clientLink, itself)) > 0) return `${teamId}.${secret}`;
  const id = newId();
  const by = { madeBy: '', madeByName: '', madeAt: now, expiresAt: expiry(now, KEPT_DAYS) };
  const made = await makeLink(tx, { teamId, id: newId(), kind: 'sent', checkId: id, ...by }, secret);
  await tx.insert(sentCheck).values({
    teamId,
    id,
    linkId: link.id,
    selfCheckId: check.id,
    selfCheckVersion: check.version,
    language: texts.language,
    closing: path.closing,
    sentAt: now,
    ...what,
  });
  const news = JSON.stringify({ team: teamId, kind: 'check', id });
  await tx.execute(sql`select pg_notify(${CHANNEL}, ${news})`);
  return made.token;
}
