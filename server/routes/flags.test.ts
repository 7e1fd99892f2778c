import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { aFlag, aNote } from '@/test/fixtures';
import { answeredNotes } from '@/test/train/training-lines';
import { onEachDatabase } from '../test-api';
import { aFinished, ask, aTeam, put, type Team } from '../test-people';

const text = 'the NAS is old\nanchor 480, land 395\nget Kelsey alone';
const answered = (piece: string, kind: 'kept' | 'disputed') => ({
  ...aFlag(),
  from: text.indexOf(piece),
  to: text.indexOf(piece) + piece.length,
  piece,
  answer: { kind, reason: 'as they said', at: '2026-11-23T10:00:00.000Z' },
});

describe('the answered flags of a team', () => {
  onEachDatabase((api) => {
    let team: Team;
    let other: Team;
    beforeAll(async () => {
      team = await aTeam(api, 'Answered');
      other = await aTeam(api, 'Unanswered');
      const flags = [answered('anchor 480, land 395', 'kept'), answered('Kelsey', 'disputed')];
      await put(api, team.expert, aFinished({ notes: [aNote({ text, flags })] }));
    });

    it('are a file that training reads', async () => {
      const { status, text: body } = await asText(team.lead);
      expect(status).toBe(200);
      const path = join(mkdtempSync(join(tmpdir(), 'eitherway-answered-')), 'answered.tsv');
      writeFileSync(path, body);
      expect(answeredNotes(path)).toMatchObject([
        { input: { text: 'anchor 480, land 395' }, pitch: true, span: { from: 0, to: 20 } },
        { input: { text: 'get Kelsey alone' }, pitch: false, span: null },
      ]);
    });
    it('are nothing to another team, which gets the columns alone', async () => {
      expect((await asText(other.lead)).text).toBe('session\tline\ttext\tlabel\tcategory\tagree\tspan\n');
    });
    it('are not for experts', async () => {
      expect((await asText(team.expert)).status).toBe(403);
    });

    async function asText(caller: Team['lead']): Promise<{ status: number; text: string }> {
      const answer = await ask(api, caller, 'GET', '/api/flags/answered');
      return { status: answer.status, text: String((answer.body as { text?: string }).text) };
    }
  });
});
