import { v7 } from 'uuid';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { aFlag, aNo, aNote, idOf } from '@/test/fixtures';
import { onEachDatabase } from '../test-api';
import { aDevice, aFinished, ask, aTeam, type Caller, put, type Team } from '../test-people';
import type { Review } from './wire';

const aComment = (change = {}) => ({
  id: v7(),
  parentId: null,
  kind: 'suggestion',
  anchor: { kind: 'note', noteId: idOf(800), span: { from: 0, to: 4 }, piece: 'sign' },
  text: 'Ask what sets their date.',
  ...change,
});

describe('reviewing a session', () => {
  onEachDatabase((api) => {
    let team: Team;
    beforeAll(async () => {
      team = await aTeam(api, 'Alpha');
    });

    const stored = async (change = {}) => {
      const session = aFinished({ notes: [aNote({ flags: [aFlag({ id: v7() })] })], ...change });
      await put(api, team.expert, session);
      await vi.waitFor(
        async () =>
          expect(
            (await api.pool.query('select 1 from session_review where session_id = $1', [session.id])).rowCount,
          ).toBe(1),
        { timeout: 20_000 },
      );
      return { session, at: `/api/sessions/${session.id}`, flag: session.notes[0]?.flags[0]?.id ?? '' };
    };
    const reviewOf = async (at: string, who: Caller = team.expert) =>
      (await ask(api, who, 'GET', `${at}/review`)).body as unknown as Review;
    const needsOf = async (at: string) => (await reviewOf(at)).needs;

    it('shows a comment to the expert, who answers it and so has read it', async () => {
      const { at } = await stored();
      const comment = aComment();
      expect((await ask(api, team.lead, 'POST', `${at}/comments`, comment)).status).toBe(201);
      const device = await aDevice(api, team.expert);
      const mine = (await ask(api, device, 'GET', '/api/reviews/mine')).body.sessions as { unread: number }[];
      expect(mine[0]).toMatchObject({ unread: 1, comments: 1, client: 'Harbour Hotels' });

      const answer = aComment({ parentId: comment.id, kind: 'answer', text: 'Their fiscal year.' });
      expect((await ask(api, device, 'POST', `${at}/comments`, answer)).status).toBe(201);
      const { comments } = await reviewOf(at, team.lead);
      expect(
        comments.map(({ text, kind, anchor, acknowledgedAt }) => [text, kind, anchor?.kind, acknowledgedAt]),
      ).toEqual([
        ['Ask what sets their date.', 'suggestion', 'note', api.clock.now.toISOString()],
        ['Their fiscal year.', 'answer', undefined, null],
      ]);
      const after = (await ask(api, device, 'GET', '/api/reviews/mine')).body.sessions as { unread: number }[];
      expect(after[0]?.unread).toBe(0);
    });

    it('takes a comment once, however often it is sent', async () => {
      const { at } = await stored();
      const comment = aComment();
      const states = [];
      for (let n = 0; n < 3; n += 1) states.push((await ask(api, team.lead, 'POST', `${at}/comments`, comment)).status);
      expect(states).toEqual([201, 200, 200]);
      const other = await ask(api, team.admin, 'POST', `${at}/comments`, comment);
      expect([other.status, other.body.code]).toEqual([409, 'already-there']);
      expect((await reviewOf(at)).comments).toHaveLength(1);
    });

    it('keeps a comment that was answered, and shows when words were changed', async () => {
      const { at } = await stored();
      const comment = aComment();
      await ask(api, team.lead, 'POST', `${at}/comments`, comment);
      await ask(api, team.lead, 'PATCH', `${at}/comments/${comment.id}`, { text: 'Ask what their date is.' });
      expect((await reviewOf(at)).comments[0]).toMatchObject({
        text: 'Ask what their date is.',
        editedAt: api.clock.now.toISOString(),
      });
      await ask(api, team.expert, 'POST', `${at}/comments`, aComment({ parentId: comment.id, kind: 'answer' }));
      const kept = await ask(api, team.lead, 'DELETE', `${at}/comments/${comment.id}`);
      expect([kept.status, kept.body.code]).toEqual([409, 'answered']);
    });

    it('refuses answers to nothing, to answers, and comments without words', async () => {
      const { at } = await stored();
      const comment = aComment();
      await ask(api, team.lead, 'POST', `${at}/comments`, comment);
      const answer = aComment({ parentId: comment.id, kind: 'answer' });
      await ask(api, team.expert, 'POST', `${at}/comments`, answer);
      const tries = [
        aComment({ parentId: v7(), kind: 'answer' }),
        aComment({ parentId: answer.id, kind: 'answer' }),
        aComment({ kind: 'answer' }),
        aComment({ text: '   ' }),
        aComment({ text: 'x'.repeat(4_001) }),
        aComment({ kind: 'score' }),
      ];
      const states = [];
      for (const one of tries) states.push((await ask(api, team.lead, 'POST', `${at}/comments`, one)).status);
      expect(states).toEqual([404, 404, 422, 422, 422, 422]);
    });

    it('asks for a look until it is reviewed, and again with a newer revision', async () => {
      const { at, session } = await stored();
      expect(await needsOf(at)).toEqual(['sure-flag']);
      await ask(api, team.expert, 'PUT', `${at}/look`, { for: 'The cost part.' });
      expect(await needsOf(at)).toEqual(['look-asked', 'sure-flag']);
      api.clock.now = new Date(api.clock.now.getTime() + 1_000);
      await ask(api, team.lead, 'PUT', `${at}/reviewed`, { revision: 3 });
      const done = await reviewOf(at);
      expect(done.needs).toEqual([]);
      expect(done.reviewed).toMatchObject({ by: team.lead.name, revision: 3 });
      expect(done.look).toMatchObject({ for: 'The cost part.' });

      await put(api, team.expert, { ...session, revision: 4, title: 'Backups again' });
      await vi.waitFor(async () => expect(await needsOf(at)).toEqual(['sure-flag']), { timeout: 20_000 });
      await ask(api, team.lead, 'PUT', `${at}/reviewed`, { revision: 4 });
      await ask(api, team.lead, 'DELETE', `${at}/reviewed`);
      expect(await needsOf(at)).toEqual(['look-asked', 'sure-flag']);
    });

    it('needs an answer to a dispute until a lead gives one, with a reason where they still see an agenda', async () => {
      const answer = { kind: 'disputed' as const, reason: 'They asked.', at: '2026-03-02T10:20:00.000Z' };
      const id = v7();
      const { at } = await stored({ decision: aNo(), notes: [aNote({ flags: [aFlag({ id, answer })] })] });
      expect(await needsOf(at)).toEqual(['open-dispute']);
      const verdict = `${at}/flags/${id}/verdict`;
      expect((await ask(api, team.lead, 'PUT', verdict, { verdict: 'agree', reason: '' })).status).toBe(422);
      expect((await ask(api, team.lead, 'PUT', verdict, { verdict: 'disagree', reason: '' })).status).toBe(204);
      expect(await needsOf(at)).toEqual([]);
      await ask(api, team.lead, 'PUT', verdict, { verdict: 'agree', reason: 'The note is older than the question.' });
      expect((await reviewOf(at)).verdicts).toMatchObject([
        { flagId: id, verdict: 'agree', by: { name: team.lead.name } },
      ]);
      await ask(api, team.lead, 'DELETE', verdict);
      expect(await needsOf(at)).toEqual(['open-dispute']);
      expect(
        (await ask(api, team.lead, 'PUT', `${at}/flags/${v7()}/verdict`, { verdict: 'agree', reason: '' })).status,
      ).toBe(404);
    });

    it('tells the expert who looked and when; their own reading is none', async () => {
      const { at } = await stored();
      await ask(api, team.expert, 'GET', at);
      expect((await reviewOf(at)).looks).toEqual([]);
      const first = api.clock.now.toISOString();
      await ask(api, team.lead, 'GET', at);
      api.clock.now = new Date(api.clock.now.getTime() + 60_000);
      await ask(api, team.lead, 'GET', at);
      expect((await reviewOf(at)).looks).toEqual([
        { name: team.lead.name, firstAt: first, lastAt: api.clock.now.toISOString() },
      ]);
      const { rows } = await api.pool.query(
        `select actor_name, details from audit_entry where action = 'session-read' and target = $1`,
        [at.split('/').at(-1)],
      );
      expect(rows).toHaveLength(2);
      expect(rows[0]).toEqual({ actor_name: team.lead.name, details: {} });
    });

    it('is the expert’s alone until they share it, or ask for a look', async () => {
      await ask(api, team.admin, 'PATCH', '/api/team/settings', { shareAfterHours: 720 });
      const [one, two] = [await stored(), await stored()];
      await ask(api, team.admin, 'PATCH', '/api/team/settings', { shareAfterHours: 0 });
      const seen = async (at: string) => (await ask(api, team.lead, 'GET', `${at}/review`)).status;
      expect([await seen(one.at), await seen(two.at)]).toEqual([404, 404]);
      expect((await ask(api, team.lead, 'POST', `${one.at}/comments`, aComment())).status).toBe(404);
      await ask(api, team.expert, 'POST', `${one.at}/share`);
      await ask(api, team.expert, 'PUT', `${two.at}/look`, { for: '' });
      expect([await seen(one.at), await seen(two.at)]).toEqual([200, 200]);
    });

    it('keeps one form a person about the deciding, which asks nothing of the outcome', async () => {
      const { at } = await stored();
      const answers = {
        choiceNamed: 4,
        asTeam: 3,
        optionsWeighed: null,
        concernsAsked: 2,
        concernsWorkedIn: 1,
        remark: 'Calm.',
      };
      await ask(api, team.lead, 'PUT', `${at}/process-form`, answers);
      await ask(api, team.lead, 'PUT', `${at}/process-form`, { ...answers, asTeam: 4 });
      await ask(api, team.expert, 'PUT', `${at}/process-form`, answers);
      expect((await ask(api, team.lead, 'PUT', `${at}/process-form`, { ...answers, asTeam: 9 })).status).toBe(422);
      const { forms } = await reviewOf(at);
      expect(forms.map(({ by, answers: { asTeam } }) => [by.name, asTeam])).toEqual([
        [team.expert.name, 3],
        [team.lead.name, 4],
      ]);
      await ask(api, team.lead, 'DELETE', `${at}/process-form`);
      expect((await reviewOf(at)).forms).toHaveLength(1);
    });

    it('asks for a talk, which either side ends', async () => {
      const { at } = await stored();
      await ask(api, team.lead, 'PUT', `${at}/talk`);
      expect((await reviewOf(at)).talk).toMatchObject({ by: team.lead.name });
      await ask(api, team.expert, 'DELETE', `${at}/talk`);
      expect((await reviewOf(at)).talk).toBeNull();
    });

    it('goes when the session is deleted', async () => {
      const { at } = await stored();
      await ask(api, team.lead, 'POST', `${at}/comments`, aComment());
      await ask(api, team.expert, 'DELETE', at);
      expect((await ask(api, team.expert, 'GET', `${at}/review`)).status).toBe(404);
      const id = at.split('/').at(-1);
      expect((await api.pool.query('select 1 from review_comment where session_id = $1', [id])).rowCount).toBe(0);
    });
  });
});
