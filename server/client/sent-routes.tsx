import { and, eq } from 'drizzle-orm';
import { type Context, Hono } from 'hono';
import { chooseLanguage, isRightToLeft } from '@/lib/self-check/in-language';
import type { Tx } from '../db/connect';
import { sentCheck } from '../db/schema';
import type { Deps, Env } from '../deps';
import { Problem } from '../errors';
import { dayIn, timeIn } from './check/times';
import { deleteSent } from './delete-sent';
import { type OpenLink, withLink } from './links';
import { page } from './page';
import { WORD_LANGUAGES, type Words, wordsIn } from './words';

type Sent = typeof sentCheck.$inferSelect;

/** What a client sent, for them alone: to look at, and to delete. */
export function sentRoutes(deps: Deps) {
  return new Hono<Env>()
    .get('/:token', (c) =>
      withLink(deps.db, c.req.param('token'), 'sent', deps.now(), async (tx, opened) => {
        const sent = await readSent(tx, opened);
        return show(c, wordsIn(sent.language), (t) => <SentPage t={t} sent={sent} opened={opened} />);
      }),
    )
    .post('/:token', (c) =>
      withLink(deps.db, c.req.param('token'), 'sent', deps.now(), async (tx, opened) => {
        const sent = await readSent(tx, opened);
        await deleteSent(tx, sent, deps.now());
        return show(c, wordsIn(sent.language), (t) => (
          <>
            <h1>{t('deletedTitle')}</h1>
            <p>{t('deletedText', { team: opened.teamName })}</p>
          </>
        ));
      }),
    );
}

async function readSent(tx: Tx, { link, teamName }: OpenLink): Promise<Sent> {
  const itself = and(eq(sentCheck.teamId, link.teamId), eq(sentCheck.id, link.checkId ?? link.id));
  const [sent] = await tx.select().from(sentCheck).where(itself);
  if (!sent) throw new Problem('link-ended', { team: teamName });
  return sent;
}

function show(c: Context, own: Words, draw: (t: Words) => React.ReactNode): Response {
  const wished = c.req.header('accept-language');
  const t = wished ? wordsIn(chooseLanguage(WORD_LANGUAGES, wished)) : own;
  const { language } = t;
  const direction = isRightToLeft(language) ? 'rtl' : 'ltr';
  return page(c, {
    title: t('yours'),
    language,
    direction,
    children: draw(t),
    headers: { 'cache-control': 'no-store' },
  });
}

function SentPage({ t, sent, opened }: { t: Words; sent: Sent; opened: OpenLink }) {
  const team = opened.teamName;
  const time = sent.time ? timeIn(t.language, sent.time) : null;
  const told: [string, string][] = [
    [t('times'), time ? t('zone', { time: time.wall, offset: time.offset }) : ''],
    [t('email'), sent.email],
    [t('name'), sent.name],
    [t('organisation'), sent.organisation],
    [t('message'), sent.message],
  ];
  return (
    <>
      <h1>{t('sentTitle')}</h1>
      <p>{t('sentText', { team })}</p>
      <p>{t('sentKeep', { day: dayIn(t.language, opened.link.expiresAt) })}</p>
      <p className="soft">
        {t('sentAt', { day: dayIn(t.language, sent.sentAt) })}{' '}
        {sent.takenByName && t('sentTaken', { name: sent.takenByName })}
      </p>
      <p className="soft">{t('whoSeesSent', { team })}</p>
      <dl className="card">
        {told
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        {sent.answered.map(({ id, question, answer }) => (
          <div key={id}>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
      <details>
        <summary>{t('delete')}</summary>
        <form method="post">
          <p>{t('deleteSure', { team })}</p>
          <button type="submit" name="go" value="delete">
            {t('deleteYes')}
          </button>
        </form>
      </details>
    </>
  );
}
