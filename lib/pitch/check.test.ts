import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, linesOf } from './check';
import { checkLine, THRESHOLDS } from './check-line';
import { loadEngine } from './engine';
import { type CheckContext, Flag, type NoteInput } from './flag';
import { rules } from './rules';
import table from './table.json';

const engine = loadEngine(table);
const context: CheckContext = { stage: null, sensitivity: 'normal', clientNames: ['Ljerka Babic', 'Harbour Hotels'] };
const note = (text: string, theyAsked: NoteInput['theyAsked'] = []) => ({ text, theyAsked });
const found = (text: string, change: Partial<CheckContext> = {}) =>
  check(note(text), { ...context, ...change }, engine).map((flag) => flag.category);

const pushy = rules.flatMap((rule) => rule.flags.map((line) => line.replace(/[[\]]/g, '')));
const word = fc.oneof(fc.constantFrom(...pushy), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
const anyText = fc.array(fc.oneof(word, fc.constantFrom('\n', '"', '“', ': ', ' - ', '\r\n', '\0')), { maxLength: 12 });
const text = anyText.map((parts) => parts.join(''));

describe('what is and is not flagged', () => {
  it.each([
    ['anchor 480, land 395', ['manipulation']],
    ['push them for a signature on Friday', ['pressure']],
    ['get Kelsey on her own, lunch maybe', ['objection-combat']],
  ])('%s', (line, categories) => expect(found(line)).toEqual(categories));
  it.each([
    'Ljerka - push them for a signature on Friday, that is how our last supplier was',
    'Karsten (CFO): push them for a signature on Friday',
    'she says the board would push them for a signature on Friday',
    'their vendor said “our delta engine is simply the best on the market”',
    'no upsell today',
    'CI pipeline is red, close the ticket, sign the certificate',
  ])('leaves alone: %s', (line) => expect(found(line)).toEqual([]));
  it('takes up our own words again after theirs', () => {
    expect(found('Karsten (CFO): too dear. I said nobody on the planet does reefers like us')).toEqual([
      'feature-pitch',
    ]);
  });
  it('informs without a flag where they asked, and presses with one all the same', () => {
    const line = 'big Leeds helpline swears by us';
    expect(check(note(line, [{ from: 0, to: 3 }]), context, engine)).toEqual([]);
    const pressing = 'push them for a signature';
    expect(check(note(pressing, [{ from: 0, to: 3 }]), context, engine)).toHaveLength(1);
  });
  it('finds an option of ours premature at the situation, and in its place at the options', () => {
    expect(found('clear already: they need our managed service', { stage: 'situation' })).toEqual([
      'premature-solution',
    ]);
    expect(found('clear already: they need our managed service', { stage: 'options' })).toEqual([]);
  });
  it('asks the question that fits the stage', () => {
    const ask = (stage: CheckContext['stage']) =>
      check(note('push them for a signature'), { ...context, stage }, engine)[0]?.ask;
    expect(ask('decide')).not.toBe(ask(null));
  });
  it('shows more the readier it is asked to be', () => {
    const counts = (['quiet', 'normal', 'strict'] as const).map(
      (sensitivity) => found(pushy.join('\n'), { sensitivity }).length,
    );
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(new Set(counts).size).toBe(3);
    expect(THRESHOLDS.quiet).toBeGreaterThan(THRESHOLDS.strict);
  });
});

describe('the engine, whatever is typed', () => {
  it('gives flags that stand inside the note, ascend and do not overlap', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const flags = check(note(typed), { ...context, sensitivity: 'strict' }, engine);
        let end = 0;
        for (const flag of flags) {
          Flag.parse(flag);
          expect(flag.from).toBeGreaterThanOrEqual(end);
          expect(flag.to).toBeGreaterThan(flag.from);
          expect(typed.slice(flag.from, flag.to)).not.toContain('\n');
          end = flag.to;
        }
        expect(end).toBeLessThanOrEqual(typed.length);
      }),
    );
  });
  it('gives the same line by line as for the whole note', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const lines = linesOf(note(typed));
        expect(lines.map(({ input }) => input.text).join('\n')).toBe(typed);
        const byLine = lines.flatMap(({ from, input }) =>
          checkLine(input, context, engine).map((flag) => ({ ...flag, from: from + flag.from, to: from + flag.to })),
        );
        expect(check(note(typed), context, engine)).toEqual(byLine);
      }),
    );
  });
  it('remembers nothing: the order in which lines are checked changes nothing', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (texts) => {
        const each = (one: string) => checkLine({ text: one, theyAsked: false, before: [] }, context, engine);
        const forward = texts.map(each);
        expect(texts.toReversed().map(each).toReversed()).toEqual(forward);
      }),
    );
  });
  it.each([
    'no upsell '.repeat(100_000),
    'told '.repeat(200_000),
    `"${'our '.repeat(250_000)}"`,
    'a'.repeat(1_000_000),
  ])('comes to an end on a megabyte of hostile text', (typed) =>
    expect(Array.isArray(check(note(typed), context, engine))).toBe(true),
  );
  it('refuses a table of another version or a damaged one', () => {
    expect(() => loadEngine({ ...table, version: 'rules-0' })).toThrow();
    expect(() => loadEngine(null)).toThrow();
  });
});
