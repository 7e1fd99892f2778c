import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, linesOf } from './check';
import { checkLine } from './check-line';
import { loadEngine, withTeamRules } from './engine';
import { type CheckContext, Flag } from './flag';
import table from './table.json';
import { failedExamples } from './team-examples';
import { findPhrases, phrasesOf } from './team-words';

const shipped = loadEngine(table);
const context: CheckContext = { stage: null, sensitivity: 'quiet', clientNames: [] };
const RULE = {
  id: '01890000-0000-7000-8000-000000000001',
  phrases: ['land and expand', 'C++ bundle', 'Żółw’s deal', 'über'],
  category: 'quota',
  why: 'This is about our growth.',
  ask: 'What would help you?',
} as const;
const team = {
  version: 'abc',
  rules: [{ ...RULE, phrases: [...RULE.phrases] }],
  neverFlagged: ['Best On The Market', 'ACME'],
};
const engine = withTeamRules(shipped, team);
const found = (text: string, theyAsked: { from: number; to: number }[] = [], with_ = engine) =>
  check({ text, theyAsked }, context, with_);
const pieces = (text: string) => found(text).map(({ from, to }) => text.slice(from, to));

describe("a team's own rule", () => {
  it.each([
    ['so: land and expand from here', 'land and expand'],
    ['LAND  and\texpand', 'LAND  and\texpand'],
    ['🙂 the C++ bundle first', 'C++ bundle'],
    ["the ŻÓŁW'S DEAL", "ŻÓŁW'S DEAL"],
    ['an u\u0308ber plan', 'u\u0308ber'],
  ])('finds its phrase in %s', (line, piece) => expect(pieces(line)).toEqual([piece]));
  it.each(['land and expanded', 'island and expand', 'land, and expand', 'no land and expand today', 'überhaupt'])(
    'finds whole words only, and none that a "no" excuses: %s',
    (line) => expect(found(line)).toEqual([]),
  );
  it('says what it is, in the team’s words', () => {
    const [flag] = found('land and expand');
    expect(flag).toEqual({
      from: 0,
      to: 15,
      category: 'quota',
      why: RULE.why,
      ask: RULE.ask,
      sureness: 0.95,
      part: { kind: 'rule', id: `team/${RULE.id}` },
      engine: `${shipped.version}+team-abc`,
    });
    expect(Flag.parse(flag)).toEqual(flag);
  });
  it.each(['she says they want to land and expand', 'their CFO: “land and expand” is what killed it'])(
    'leaves what the client says alone: %s',
    (line) => expect(found(line)).toEqual([]),
  );
  it('leaves information alone that they asked for', () => {
    const informing = withTeamRules(shipped, {
      ...team,
      rules: [{ ...RULE, phrases: ['orbit'], category: 'feature-pitch' }],
    });
    const text = 'orbit does that';
    expect(found(text, [], informing)).toHaveLength(1);
    expect(found(text, [{ from: 0, to: 4 }], informing)).toEqual([]);
  });
  it('takes the place of a finding of ours that it overlaps', () => {
    const text = 'push them for a signature';
    const own = withTeamRules(shipped, { ...team, rules: [{ ...RULE, phrases: ['a signature'] }] });
    expect(found(text, [], shipped)).toHaveLength(1);
    expect(found(text, [], own).map(({ part }) => part.id)).toEqual([`team/${RULE.id}`]);
  });
});

describe('words that are never an agenda here', () => {
  const line = 'our delta engine is simply the best on the market';
  const at = { ...context, sensitivity: 'strict' } as const;
  const flagsWith = (words: string[], text = line) =>
    checkLine({ text, theyAsked: false, before: [] }, at, withTeamRules(shipped, { ...team, neverFlagged: words }));
  it('take away a flag that lies wholly within them', () => {
    expect(flagsWith([])).toHaveLength(1);
    expect(flagsWith(['is simply the BEST on the market'])).toEqual([]);
  });
  it('take away a flag that they carry, and no other', () => {
    expect(flagsWith(['best'])).toEqual([]);
    expect(flagsWith(['engine'])).toHaveLength(1);
    expect(flagsWith(['bes'])).toHaveLength(1);
  });
  it('take away what a rule of the team found in them', () => {
    expect(flagsWith(['expand'], 'land and expand')).toEqual([]);
  });
  it('never add a flag', () => {
    const quoted = 'ACME says we must land and expand';
    expect(flagsWith(['ACME'], quoted)).toEqual(flagsWith([], quoted));
  });
});

describe('the engine of a team, whatever is typed', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'land and expand',
      'ACME',
      'Best on the market',
      'anchor 480, land 395',
      'über',
      '\n',
      '“',
      ': ',
      '🙂',
      '\ud83d',
    ),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
  );
  it('gives the same flags line by line as from scratch, and each stands inside the note', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (parts) => {
        const text = parts.join(' ');
        const flags = found(text);
        let end = 0;
        for (const flag of flags) {
          Flag.parse(flag);
          expect([flag.from >= end, flag.to > flag.from, flag.to <= text.length]).toEqual([true, true, true]);
          end = flag.to;
        }
        const byLine = linesOf({ text, theyAsked: [] }).flatMap(({ from, input }) =>
          checkLine(input, context, engine).map((flag) => ({ ...flag, from: flag.from + from, to: flag.to + from })),
        );
        expect(flags).toEqual(byLine);
      }),
    );
  });
  it('never cuts a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', minLength: 1 }), (around, phrase) => {
        const text = `${around} ${phrase} ${around}`;
        for (const { from, to } of findPhrases(text, phrasesOf([[phrase, null]])))
          expect(text.slice(from, to).isWellFormed()).toBe(true);
      }),
    );
  });
  it.each(['land and '.repeat(100_000), 'x'.repeat(1_000_000), 'ACME '.repeat(200_000)])(
    'comes to an end on a megabyte in one line',
    (text) => expect(Array.isArray(found(text))).toBe(true),
  );
  it('is the shipped one where a team added nothing', () => {
    expect(withTeamRules(shipped, { version: 'x', rules: [], neverFlagged: [] })).toBe(shipped);
    expect(findPhrases('a . b', phrasesOf([['  ', null]]))).toEqual([]);
  });
});

describe('the examples of a rule', () => {
  const rule = { phrases: ['land and expand'], category: 'quota' } as const;
  it('name the ones that fail, by their list and place', () => {
    const own = {
      ...rule,
      phrases: ['land and expand'],
      flags: ['let us land and expand', 'grow'],
      allows: ['fine', 'we land and expand'],
    };
    expect(failedExamples(own)).toEqual([
      { list: 'flags', at: 1 },
      { list: 'allows', at: 1 },
    ]);
  });
  it('are all kept where the words and what excuses them say so', () => {
    const own = { ...rule, phrases: ['land and expand'], flags: ['land and expand'], allows: ['no land and expand'] };
    expect(failedExamples(own)).toEqual([]);
  });
});
