import { type Context, Hono } from 'hono';
import { v5 } from 'uuid';
import * as z from 'zod/mini';
import { ResponseKind } from '@/lib/record/record';
import { chooseLanguage, isRightToLeft } from '@/lib/self-check/in-language';
import type { Tx } from '../../db/connect';
import type { Deps, Env } from '../../deps';
import { Problem } from '../../errors';
import { responsesOf, versionsOf } from '../../records/read-record';
import { respond, type Said, takeBack } from '../../records/respond';
import { isAsked } from '../../talk/answer-talk';
import { newForm } from '../check/check-form';
import { fieldsOf, line, lines } from '../form-fields';
import { type OpenLink, withLink } from '../links';
import { page } from '../page';
import { TalkQuestions } from '../talk-questions';
import { WORD_LANGUAGES, type WordKey, wordsIn } from '../words';
import { calendarOfRecord } from './calendar-of-record';
import { RecordPage } from './record-page';

/** The decision record of a link: to read, to confirm, to word otherwise, to disagree with, or to leave unanswered. */
export function recordRoutes(deps: Deps) {
  return new Hono<Env>()
    .get('/:token', (c) =>
      withLink(deps.db, c.req.param('token'), 'record', deps.now(), (tx, opened) => show(c, tx, opened, noticeOf(c))),
    )
    .get('/:token/next-steps.ics', (c) =>
      withLink(deps.db, c.req.param('token'), 'record', deps.now(), async (tx, opened) => {
        const { link, teamName } = opened;
        const newest = (await versionsOf(tx, { teamId: link.teamId, id: link.sessionId ?? '' })).at(-1);
        const file = newest && calendarOfRecord(newest, teamName, c.req.header('accept-language'));
        if (!file) throw new Problem('not-found');
        return c.body(file.content, 200, {
          'content-type': 'text/calendar; charset=utf-8',
          'content-disposition': 'attachment; filename="next-steps.ics"',
          'cache-control': 'no-store',
        });
      }),
    )
    .post('/:token', async (c) => {
      const fields = await fieldsOf(c);
      const token = c.req.param('token');
      await deps.limits.spend('clientSendByAddress', c.var.address);
      return withLink(deps.db, token, 'record', deps.now(), async (tx, opened) => {
        await deps.limits.spend('clientSendByLink', opened.link.id);
        const at = { teamId: opened.link.teamId, id: opened.link.sessionId ?? '' };
        if (fields.get('go') === 'take-back') {
          const id = line(fields, 'response', 40);
          if (z.uuid().safeParse(id).success) await takeBack(tx, at, id);
          return c.redirect(`/c/record/${token}?taken`, 303);
        }
        const said = readSaid(fields, opened.link.id);
        try {
          await respond(tx, at, said, deps.now());
        } catch (refused) {
          if (!(refused instanceof Problem)) throw refused;
          if (refused.code === 'stale-revision') return show(c, tx, opened, 'recordNewer', said);
          if (refused.code === 'wrong-form')
            return show(c, tx, opened, said.text === '' ? 'recordEmpty' : 'recordSame', said);
          throw refused;
        }
        return c.redirect(`/c/record/${token}?done`, 303);
      });
    });
}

function noticeOf(c: Context): WordKey | null {
  if (c.req.query('taken') === '') return 'recordTaken';
  return c.req.query('done') === '' ? 'recordThanks' : null;
}

function readSaid(fields: URLSearchParams, linkId: string): Said {
  const kind = ResponseKind.safeParse(fields.get('go'));
  if (!kind.success) throw new Problem('malformed');
  const said = {
    version: Number(line(fields, 'v', 9)) || 0,
    kind: kind.data,
    part: kind.data === 'correct' ? line(fields, 'part', 100) : '',
    text: kind.data === 'correct' || kind.data === 'dissent' ? lines(fields, 'text', 10_000) : '',
  };
  // The same once more is the same; something else from the same page, in another tab or after going back, is not.
  const itself = JSON.stringify([line(fields, 'form', 64), said]);
  return { ...said, id: v5(itself, linkId), name: line(fields, 'name') };
}

async function show(
  c: Context,
  tx: Tx,
  { link, teamName }: OpenLink,
  notice: WordKey | null,
  said: Said | null = null,
): Promise<Response> {
  const at = { teamId: link.teamId, id: link.sessionId ?? '' };
  const versions = await versionsOf(tx, at);
  const newest = versions.at(-1);
  if (!newest) throw new Problem('link-ended', { team: teamName });
  const days = calendarOfRecord(newest, teamName, undefined);
  const responses = await responsesOf(tx, at);
  const t = wordsIn(chooseLanguage(WORD_LANGUAGES, c.req.header('accept-language')));
  const talk = `/c/record/${c.req.param('token')}/talk`;
  const asked = (await isAsked(tx, link)) ? null : <TalkQuestions words={t} action={talk} team={teamName} />;
  return page(c, {
    title: t('recordTitle'),
    language: t.language,
    direction: isRightToLeft(t.language) ? 'rtl' : 'ltr',
    status: statusOf(notice),
    headers: { 'cache-control': 'no-store' },
    children: (
      <RecordPage
        t={t}
        team={teamName}
        versions={versions}
        responses={responses}
        expiresAt={link.expiresAt}
        form={newForm()}
        notice={notice}
        said={said}
        calendar={days ? `/c/record/${c.req.param('token')}/next-steps.ics` : null}
        asked={asked}
      />
    ),
  });
}

function statusOf(notice: WordKey | null): 200 | 409 | 422 {
  if (notice === 'recordNewer') return 409;
  return notice === 'recordSame' || notice === 'recordEmpty' ? 422 : 200;
}
