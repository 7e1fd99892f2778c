import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aNo, aNote, aSession, idOf } from '@/test/fixtures';
import { longestOf, partsOf, withCorrection } from './parts';
import { RecordDocument, type RecordResponse } from './record';
import { recordOf } from './record-of';
import { stateOf } from './state-of';

const session = aSession({ decision: aNo(), finishedAt: '2026-03-02T11:00:00.000Z' });
const document = recordOf(session);

describe('a decision record', () => {
  it('holds the decision and nothing of how the talk went', () => {
    const [first, ...others] = session.people;
    if (!first) throw new Error('nobody');
    const secret = {
      notes: [aNote({ text: 'SECRET note' })],
      people: [{ ...first, email: 'secret@harbour.example' }, ...others],
      ownQuestions: [{ id: idOf(5), stageId: 'situation', text: 'SECRET question' }],
    };
    const told = JSON.stringify(recordOf({ ...session, ...secret })).toLowerCase();
    expect(told).not.toContain('secret');
    expect(told).toContain(session.decision.reason.toLowerCase());
    expect(RecordDocument.parse(document)).toEqual(document);
  });

  it('names who took part, and leaves out an option of ours that was not weighed', () => {
    expect(document.people.map(({ name }) => name)).toEqual(
      session.people.filter(({ id }) => session.decision.tookPart.includes(id)).map(({ name }) => name),
    );
    const blank = { id: idOf(9), kind: 'with-us' as const, title: '', good: ' ', bad: '' };
    const weighed = recordOf({ ...session, decision: aNo({ options: [...aNo().options, blank] }) });
    expect(weighed.options.map(({ id }) => id)).not.toContain(blank.id);
  });

  it('takes another wording of any part, and changes nothing else', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...partsOf(document)),
        fc.string({ minLength: 1, maxLength: 600 }),
        ({ id }, text) => {
          const changed = withCorrection(document, id, text);
          if (!changed) throw new Error('no part');
          const after = new Map(partsOf(changed).map((part) => [part.id, part.text]));
          for (const part of partsOf(document))
            if (part.id !== id) expect(after.get(part.id)).toBe(part.text);
            else if (text.trim()) expect(after.get(id)).toBe(text.slice(0, longestOf(id)));
          expect(RecordDocument.safeParse(changed).success).toBe(true);
          expect(withCorrection(changed, id, partsOf(document).find((part) => part.id === id)?.text ?? '')).toEqual(
            text.trim() ? document : null,
          );
        },
      ),
    );
  });

  it('has no other parts', () => {
    for (const id of ['outcome', 'objective.99', 'good.x', 'step.', 'client', '', 'constructor', '__proto__'])
      expect(withCorrection(document, id, 'x')).toBeNull();
  });
});

const at = (minute: number) => `2026-03-03T10:${String(minute).padStart(2, '0')}:00.000Z`;
const said = (minute: number, kind: RecordResponse['kind'], over: Partial<RecordResponse> = {}): RecordResponse => ({
  id: idOf(minute),
  version: 1,
  kind,
  part: '',
  text: '',
  name: 'Kim',
  saidAt: at(minute),
  answer: null,
  answerText: '',
  answeredByName: null,
  answeredAt: null,
  ...over,
});

describe('where a record stands', () => {
  it('is confirmed by both only for the version that counts, with every correction answered before', () => {
    expect(stateOf(1, [])).toEqual({ kind: 'waiting' });
    expect(stateOf(1, [said(1, 'confirm')])).toEqual({ kind: 'confirmed', at: at(1), name: 'Kim' });
    expect(stateOf(2, [said(1, 'confirm')])).toEqual({ kind: 'waiting' });
    const asked = said(2, 'correct');
    expect(stateOf(1, [said(1, 'confirm'), asked])).toEqual({ kind: 'corrections', open: 1 });
    const answered = { ...asked, answer: 'answered' as const, answeredAt: at(3) };
    expect(stateOf(1, [said(1, 'confirm'), answered])).toEqual({ kind: 'waiting' });
    expect(stateOf(1, [said(1, 'confirm'), answered, said(4, 'confirm')])).toMatchObject({ kind: 'confirmed' });
  });

  it('goes by what was said last: not answering is fine, and can be thought over', () => {
    expect(stateOf(1, [said(1, 'decline')])).toEqual({ kind: 'declined', at: at(1) });
    expect(stateOf(1, [said(1, 'decline'), said(2, 'confirm')])).toMatchObject({ kind: 'confirmed' });
    expect(stateOf(1, [said(2, 'confirm'), said(1, 'decline')])).toMatchObject({ kind: 'confirmed' });
  });

  it('never is confirmed without a confirmation of its version after every answer', () => {
    const any = fc.record({
      minute: fc.integer({ min: 0, max: 59 }),
      kind: fc.constantFrom('confirm', 'correct', 'dissent', 'decline' as const),
      version: fc.integer({ min: 1, max: 3 }),
      answered: fc.option(fc.integer({ min: 0, max: 59 })),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), fc.integer({ min: 1, max: 3 }), (all, version) => {
        const responses = all.map(({ minute, kind, answered, ...one }) =>
          said(minute, kind as RecordResponse['kind'], {
            ...one,
            ...(kind === 'correct' && answered !== null && { answer: 'accepted', answeredAt: at(answered) }),
          }),
        );
        if (stateOf(version, responses).kind !== 'confirmed') return;
        const corrections = responses.filter(({ kind }) => kind === 'correct');
        expect(corrections.every(({ answer }) => answer !== null)).toBe(true);
        const last =
          corrections
            .map(({ answeredAt }) => answeredAt ?? '')
            .sort()
            .at(-1) ?? '';
        expect(responses.some((one) => one.kind === 'confirm' && one.version === version && one.saidAt >= last)).toBe(
          true,
        );
      }),
    );
  });
});
