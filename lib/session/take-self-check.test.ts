import { describe, expect, it } from 'vitest';
import { aSession, idOf } from '@/test/fixtures';
import { Session } from './session';
import { besideSession, dropSelfCheck, takeSelfCheck, talkAbout } from './take-self-check';

const now = { now: '2026-03-02T10:40:00.000Z' };
const sent = {
  id: idOf(70),
  wish: 'talk' as const,
  closing: 'talk' as const,
  organisation: 'Harbour',
  name: 'Kim',
  email: 'kim@harbour.example',
  time: '',
  message: '',
  sentAt: '2026-03-01T10:00:00.000Z',
  language: 'en',
  forName: '',
  title: 'A check',
  answered: [{ id: 'today', stage: 'situation' as const, question: 'What happens?', answer: 'It stops.' }],
  takenByName: null,
  sessionId: null,
  mayBringBack: false,
};

describe('a self-check beside a session', () => {
  const session = aSession();
  const taken = takeSelfCheck(session, besideSession(sent, 'team-1'), now);

  it('goes along without an address, and no question looks asked by it', () => {
    expect(Session.parse(taken)).toEqual(taken);
    expect(JSON.stringify(taken.selfCheck)).not.toContain('kim@');
    expect([taken.questions, taken.notes]).toEqual([session.questions, session.notes]);
  });

  it('is talked about only where somebody said so, and that can be taken back', () => {
    expect(taken.selfCheck?.talkedAbout).toEqual([]);
    const talked = talkAbout(talkAbout(taken, 'today', true, now), 'today', true, now);
    expect(talked.selfCheck?.talkedAbout).toEqual(['today']);
    expect(talkAbout(talked, 'today', false, now).selfCheck?.talkedAbout).toEqual([]);
    expect(talkAbout(taken, 'other', true, now)).toBe(taken);
    expect(talkAbout(session, 'today', true, now)).toBe(session);
  });

  it('can be taken off, and leaves nothing', () => {
    expect(dropSelfCheck(taken, { now: session.updatedAt })).toEqual(session);
  });
});
