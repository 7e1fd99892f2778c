import { and, eq, sql } from 'drizzle-orm';
import { v5 } from 'uuid';
import { answeredQuestions } from '@/lib/self-check/answers-text';
import type { CheckTexts } from '@/lib/self-check/in-language';
import type { Path } from '@/lib/self-check/path';
import type { SelfCheck } from '@/lib/self-check/self-check';
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
};

/** Keeps a wish for a talk with its answers. Sent once more it is the same, and what was deleted stays so. Returns the token of its page. */
export async function storeTalk(tx: Tx, sent: Sent): Promise<string> {
  const { link, form, path, texts, now } = sent;
  const id = v5(form.form, link.id);
  const secret = sentSecret(secretOf(sent.token) ?? '', form.form);
  const { teamId } = link;
  const by = { madeBy: '', madeByName: '', madeAt: now, expiresAt: expiry(now, KEPT_DAYS) };
  const isNew = (await tx.$count(clientLink, and(eq(clientLink.teamId, teamId), eq(clientLink.id, id)))) === 0;
  const { token } = await makeLink(tx, { teamId, id, kind: 'sent', checkId: id, ...by }, secret);
  if (!isNew) return token;
  const { time, email, name, organisation, message } = form.talk;
  await insert(tx, sent, id, {
    wish: 'talk',
    answers: path.answers,
    answered: answeredQuestions(path, texts),
    time: link.times.includes(time) ? time : '',
    email: email || link.forEmail,
    name: name || link.forName,
    organisation,
    message,
  });
  return token;
}

/** Notes that a client ended it there: that somebody did, and of a link that was made for one, who. No answer is kept. */
export async function storeEnd(tx: Tx, sent: Sent): Promise<void> {
  const nothing = { answers: {}, answered: [], time: '', organisation: '', message: '' };
  const { forEmail: email, forName: name } = sent.link;
  await insert(tx, sent, v5(`end.${sent.form.form}`, sent.link.id), { wish: 'ended', email, name, ...nothing });
}

type What = Pick<
  typeof sentCheck.$inferInsert,
  'wish' | 'answers' | 'answered' | 'time' | 'email' | 'name' | 'organisation' | 'message'
>;

async function insert(tx: Tx, { link, check, texts, path, now }: Sent, id: string, what: What): Promise<void> {
  const { teamId } = link;
  await tx
    .insert(sentCheck)
    .values({
      teamId,
      id,
      linkId: link.id,
      selfCheckId: check.id,
      selfCheckVersion: check.version,
      language: texts.language,
      closing: path.closing,
      sentAt: now,
      ...what,
    })
    .onConflictDoNothing();
  const news = JSON.stringify({ team: teamId, kind: 'check', id });
  await tx.execute(sql`select pg_notify(${CHANNEL}, ${news})`);
}
