import { type Context, Hono } from 'hono';
import { answeredQuestions, answeredText } from '@/lib/self-check/answers-text';
import { chooseLanguage, inLanguage, languagesOf } from '@/lib/self-check/in-language';
import { type Path, pathOf, questionAfter, questionBefore } from '@/lib/self-check/path';
import type { CheckQuestion, SelfCheck } from '@/lib/self-check/self-check';
import type { Tx } from '../../db/connect';
import type { Deps, Env } from '../../deps';
import { Problem } from '../../errors';
import { fieldsOf } from '../form-fields';
import { type OpenLink, withLink } from '../links';
import { page } from '../page';
import { wordsIn } from '../words';
import { type CheckForm, newForm, readCheckForm, talkProblem, versionOf } from './check-form';
import { ClosingPage } from './closing-page';
import { EndedPage } from './ended-page';
import { findCheck } from './find-check';
import type { CheckPage } from './parts';
import { IntroPage, QuestionPage } from './question-page';
import { storeEnd, storeTalk } from './store-check';
import type { TalkFormProps } from './talk-form';
import { timesToCome } from './times';

/** The self-check of a link: one question a page, and nothing stored before the client asks for it. */
export function checkRoutes(deps: Deps) {
  return new Hono<Env>()
    .get('/:token', (c) =>
      withLink(deps.db, c.req.param('token'), 'self-check', deps.now(), async (tx, opened) => {
        const check = await checkOf(tx, opened);
        const at = {
          form: newForm(),
          version: check.version,
          at: '',
          go: '',
          answers: {},
          talk: NO_TALK,
          isTrapped: false,
        };
        return answer(c, check, at, opened, (props) => <IntroPage {...props} />);
      }),
    )
    .post('/:token', async (c) => {
      const fields = await fieldsOf(c);
      const token = c.req.param('token');
      if (isSending(fields)) await deps.limits.spend('clientSendByAddress', c.var.address);
      return withLink(deps.db, token, 'self-check', deps.now(), async (tx, opened) => {
        if (isSending(fields)) await deps.limits.spend('clientSendByLink', opened.link.id);
        const check = await checkOf(tx, opened, versionOf(fields));
        return step(c, deps, tx, { token, check, opened, form: readCheckForm(fields, check) });
      });
    });
}

const NO_TALK = { time: '', email: '', name: '', organisation: '', message: '' };
const isSending = (fields: URLSearchParams) => ['send', 'end'].includes(fields.get('go') ?? '');

async function checkOf(tx: Tx, { link }: OpenLink, version = 0): Promise<SelfCheck> {
  const check = await findCheck(tx, link.teamId, link.selfCheckId ?? '', version);
  if (!check) throw new Problem('no-such-link');
  return check;
}

type Step = { token: string; check: SelfCheck; opened: OpenLink; form: CheckForm };

/** What a button leads to. Whatever is not known leads to the question after the one that was answered. */
async function step(c: Context<Env>, deps: Deps, tx: Tx, { token, check, opened, form }: Step): Promise<Response> {
  const path = pathOf(check, form.answers);
  const texts = textsOf(c, check);
  const now = deps.now();
  const sent = { link: opened.link, token, check, texts, path, form, now, newId: deps.newId };
  const closing = (problem: TalkFormProps['problem'] = null) =>
    closingPage(c, { check, opened, form, path, now, problem });
  switch (form.go) {
    case 'leave':
      return answer(c, check, form, opened, (props) => <EndedPage {...props} isTold={false} />);
    case 'end':
      await storeEnd(tx, sent);
      return answer(c, check, form, opened, (props) => <EndedPage {...props} isTold />);
    case 'save':
      return saved(c, texts.title, answeredText(texts.title, answeredQuestions(path, texts)));
    case 'send': {
      const problem = talkProblem(form.talk, opened.link.forEmail !== '');
      if (problem) return closing(problem);
      if (form.isTrapped) return closing('personText');
      return c.redirect(`/c/sent/${await storeTalk(tx, sent)}`, 303);
    }
    case 'back': {
      const before = questionBefore(path, form.at === 'end' ? null : form.at);
      if (before) return questionPage(c, { check, opened, form, path, question: before });
      return answer(c, check, form, opened, (props) => <IntroPage {...props} />);
    }
    default: {
      const after = form.at === 'end' ? null : questionAfter(path, form.at || null);
      return after ? questionPage(c, { check, opened, form, path, question: after }) : closing();
    }
  }
}

type At = { check: SelfCheck; opened: OpenLink; form: CheckForm; path: Path };

function questionPage(c: Context, { check, opened, form, path, question }: At & { question: CheckQuestion }) {
  const shown = textsOf(c, check).questions.find(({ id }) => id === question.id) ?? question;
  const step = path.asked.findIndex(({ id }) => id === question.id) + 1;
  return answer(c, check, form, opened, (props) => (
    <QuestionPage {...props} question={shown} step={step} steps={path.asked.length} />
  ));
}

function closingPage(
  c: Context,
  { check, opened, form, path, now, problem }: At & { now: Date; problem: TalkFormProps['problem'] },
) {
  const { link } = opened;
  return answer(
    c,
    check,
    form,
    opened,
    (props) => (
      <ClosingPage
        {...props}
        closing={path.closing}
        answered={answeredQuestions(path, props.texts)}
        times={timesToCome(link.times, now)}
        isKnown={link.forEmail !== ''}
        problem={problem}
      />
    ),
    problem ? 422 : 200,
  );
}

function textsOf(c: Context, check: SelfCheck) {
  return inLanguage(check, chooseLanguage(languagesOf(check), c.req.header('accept-language')));
}

function answer(
  c: Context,
  check: SelfCheck,
  form: CheckForm,
  { link, teamName }: OpenLink,
  draw: (props: CheckPage) => React.ReactNode,
  status: 200 | 422 = 200,
) {
  const texts = textsOf(c, check);
  const t = wordsIn(texts.language);
  const { language, direction } = texts;
  const isPersonal = link.forName !== '' || link.forEmail !== '';
  const children = draw({ t, texts, form, team: teamName, isPersonal });
  return page(c, { title: texts.title, language, direction, children, status });
}

function saved(c: Context, title: string, text: string): Response {
  const name = title.replace(/[^\p{L}\p{N} -]/gu, '').slice(0, 60) || 'answers';
  return c.body(text, 200, {
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': `attachment; filename="answers.txt"; filename*=UTF-8''${encodeURIComponent(name)}.txt`,
    'cache-control': 'no-store',
  });
}
