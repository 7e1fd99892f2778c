import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, linesOf } from './check';
import { checkLine } from './check-line';
import { type CheckContext, Flag } from './flag';
import { shippedEngine } from './shipped-engine';

const engine = shippedEngine();
const context: CheckContext = { stage: null, sensitivity: 'normal', clientNames: [] };
const found = (text: string, change: Partial<CheckContext> = {}) =>
  check({ text, theyAsked: [] }, { ...context, ...change }, engine);

const AGENDA = 'feed him the slides so that it comes from inside';

/** Twenty thousand lines take seconds on a busy machine. */
const PATIENCE = 60_000;

describe('both layers together', () => {
  it('find an agenda that no rule knows, and the words that carry it', () => {
    const [flag] = found(`${AGENDA}\nnext call is on Thursday at ten`);
    expect(flag).toMatchObject({ part: { kind: 'model' }, engine: engine.version });
    expect(flag && flag.to <= AGENDA.length).toBe(true);
  });
  it('keep what a strong rule found, with its own span', () => {
    expect(found('anchor 480, land 395')[0]).toMatchObject({ from: 0, to: 20, part: { kind: 'rule' } });
  });
  it.each([
    'they count the scrap by hand every Friday',
    'what have you tried, and what stopped it?',
    'not yet: the log of the last four weeks is missing',
    'told her that leaving it as it is may well be the best option',
  ])('leave a diagnostic line alone: %s', (line) => expect(found(line)).toEqual([]));
  it('show more the readier they are asked to be', () => {
    const text = `${AGENDA}\nanchor 480, land 395\nshe will come round once the audit hurts\nget the boss on our side first`;
    const counts = (['quiet', 'normal', 'strict'] as const).map((sensitivity) => found(text, { sensitivity }).length);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  });
  it('give flags that stand inside the note, ascend, do not overlap, and are the same line by line', () => {
    const word = fc.oneof(fc.constantFrom(AGENDA, 'anchor 480', '\n', '. ', '“'), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 10 }), (parts) => {
        const text = parts.join(' ');
        const flags = found(text, { sensitivity: 'strict' });
        let end = 0;
        for (const flag of flags) {
          Flag.parse(flag);
          expect([flag.from >= end, flag.to > flag.from, flag.to <= text.length]).toEqual([true, true, true]);
          end = flag.to;
        }
        const byLine = linesOf({ text, theyAsked: [] }).flatMap(({ from, input }) =>
          checkLine(input, { ...context, sensitivity: 'strict' }, engine).map((flag) => flag.from + from),
        );
        expect(flags.map(({ from }) => from)).toEqual(byLine);
      }),
    );
  });
  it.each([
    'no upsell ',
    `${AGENDA}. `,
    'a',
    ' ',
    '“',
    'he said ',
    'Abc: ',
    '😀',
    '\u0301',
    '\u200b',
    'anchor 4',
    'so that he ',
  ])(
    'come to an end on a megabyte of %j in one line',
    (piece) => expect(Array.isArray(found(piece.repeat(1_000_000 / piece.length)))).toBe(true),
    PATIENCE,
  );
  it.each(['\n', 'a\n', `${AGENDA}\n`, `${'we could show them '.repeat(9_000)}\n`])(
    'come to an end on a megabyte of lines',
    (line) => expect(Array.isArray(found(line.repeat(1_000_000 / line.length)))).toBe(true),
    PATIENCE,
  );
});
