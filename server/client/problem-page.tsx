import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { chooseLanguage, isRightToLeft } from '@/lib/self-check/in-language';
import type { Env } from '../deps';
import { type Problem, type ProblemCode, problemDetails } from '../errors';
import { page } from './page';
import { WORD_LANGUAGES, type WordKey, wordsIn } from './words';

const SAID: Partial<Record<ProblemCode, [title: WordKey, text: WordKey]>> = {
  'no-such-link': ['noSuchTitle', 'noSuchText'],
  'not-found': ['noSuchTitle', 'noSuchText'],
  'link-ended': ['overTitle', 'overText'],
  'rate-limited': ['manyTitle', 'manyText'],
  'too-large': ['largeTitle', 'largeText'],
};

/** A failure, said calmly. What was typed is still in the page: it can be sent once more. */
export async function problemPage(c: Context<Env>, problem: Problem): Promise<Response> {
  const t = wordsIn(chooseLanguage(WORD_LANGUAGES, c.req.header('accept-language')));
  const [title, text] = SAID[problem.code] ?? ['awayTitle', 'awayText'];
  const team = typeof problem.more.team === 'string' ? problem.more.team : '';
  const mayTryAgain = c.req.method === 'POST' && !['too-large', 'no-such-link', 'link-ended'].includes(problem.code);
  const fields = mayTryAgain ? await typed(c) : [];
  return page(c, {
    title: t(title),
    language: t.language,
    direction: isRightToLeft(t.language) ? 'rtl' : 'ltr',
    status: problemDetails(problem.code).status as ContentfulStatusCode,
    headers: { 'cache-control': 'no-store', ...problem.headers },
    children: (
      <>
        <h1>{t(title)}</h1>
        <p>{t(text, { team })}</p>
        {mayTryAgain && (
          <form method="post">
            {fields.map(([name, value], at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same field may be there twice with the same value
              <input type="hidden" name={name} value={value} key={at} />
            ))}
            <button type="submit" className="main">
              {t('again')}
            </button>
          </form>
        )}
      </>
    ),
  });
}

/** What was sent, as far as it can still be read. */
async function typed(c: Context): Promise<[string, string][]> {
  try {
    return [...new URLSearchParams(await c.req.text())];
  } catch {
    return [];
  }
}
