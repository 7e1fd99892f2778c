import { Hono } from 'hono';
import { chooseLanguage, isRightToLeft } from '@/lib/self-check/in-language';
import { HIGHEST_STEP, TALK_QUESTIONS, type TalkAnswers } from '@/lib/talk/talk';
import type { Deps, Env } from '../deps';
import { answerTalk } from '../talk/answer-talk';
import { fieldsOf } from './form-fields';
import { withLink } from './links';
import { page } from './page';
import { WORD_LANGUAGES, wordsIn } from './words';

/** Takes the answers about a talk, by the link to its decision record. Sent once more, or empty, it is as harmless. */
export function talkRoutes(deps: Deps) {
  const routes = new Hono<Env>().get('/:token/talk', (c) =>
    c.redirect(`/c/record/${encodeURIComponent(c.req.param('token'))}`, 303),
  );
  return routes.post('/:token/talk', async (c) => {
    const answers = readAnswers(await fieldsOf(c));
    const token = c.req.param('token');
    await deps.limits.spend('clientSendByAddress', c.var.address);
    return withLink(deps.db, token, 'record', deps.now(), async (tx, { link }) => {
      await deps.limits.spend('clientSendByLink', link.id);
      const answered = await answerTalk(tx, link, answers, deps.now());
      const t = wordsIn(chooseLanguage(WORD_LANGUAGES, c.req.header('accept-language')));
      return page(c, {
        title: t('talkThanks'),
        language: t.language,
        direction: isRightToLeft(t.language) ? 'rtl' : 'ltr',
        headers: { 'cache-control': 'no-store' },
        children: (
          <>
            <h1>{t('talkThanks')}</h1>
            <p>{t(answered === 'empty' ? 'talkEmpty' : 'talkTaken')}</p>
            <p>
              <a href={`/c/record/${token}`}>{t('talkBack')}</a>
            </p>
          </>
        ),
      });
    });
  });
}

/** A step of each question; whatever else stands there counts as left empty. */
function readAnswers(fields: URLSearchParams): TalkAnswers {
  const stepOf = (name: string) => {
    const said = fields.get(name) ?? '';
    return /^\d$/.test(said) && Number(said) <= HIGHEST_STEP ? Number(said) : null;
  };
  const [understood, heard, shaped] = TALK_QUESTIONS.map(stepOf);
  return { understood: understood ?? null, heard: heard ?? null, shaped: shaped ?? null };
}
