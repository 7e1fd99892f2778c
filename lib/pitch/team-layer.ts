import type { CheckContext, Flag, LineInput, Span } from './flag';
import { type Asked, isExcused } from './rule-hits';
import type { PublishedRule, TeamFlags } from './team-rule';
import { findPhrases, type Phrases, phrasesOf } from './team-words';

/** The team itself says so: as sure as a rule can be. */
const SURENESS = 0.95;

/** What a team added to the engine, ready to be looked for. */
export type TeamLayer = { rules: Phrases<PublishedRule>; never: Phrases<null> };

export function teamLayer({ rules, neverFlagged }: Pick<TeamFlags, 'rules' | 'neverFlagged'>): TeamLayer {
  return {
    rules: phrasesOf(rules.flatMap((rule) => rule.phrases.map((phrase) => [phrase, rule] as const))),
    never: phrasesOf(neverFlagged.map((word) => [word, null] as const)),
  };
}

/** What the team's own rules find in a line; they are excused by what excuses every rule. */
export function teamFlags(line: LineInput, context: CheckContext, layer: TeamLayer, version: string): Flag[] {
  return findPhrases(line.text, layer.rules).flatMap(({ from, to, of: { id, category, why, ask } }) => {
    const asked: Asked = { category };
    if (isExcused(asked, line, from, to, context)) return [];
    const part = { kind: 'rule', id: `team/${id}` } as const;
    return [{ from, to, category, why, ask, sureness: SURENESS, part, engine: version }];
  });
}

/** Where words stand that are never an agenda here. */
export function neverFlaggedIn(text: string, layer: TeamLayer): Span[] {
  return findPhrases(text, layer.never);
}

/** The text with these pieces replaced by words without a meaning, of the same length, so that every offset stays. */
export function withoutMeaning(text: string, pieces: readonly Span[]): string {
  let plain = text;
  for (const { from, to } of pieces)
    plain = `${plain.slice(0, from)}${/^\p{Lu}/u.test(text.slice(from, to)) ? 'X' : 'x'}${'x'.repeat(to - from - 1)}${plain.slice(to)}`;
  return plain;
}

/**
 * Which flags stand beside words that are never an agenda: not one that lies wholly within such words, and not one that they
 * carry, that is one whose place has no flag of its category once they have lost their meaning.
 */
export function notCarried(found: Flag[], never: readonly Span[], plain: () => Flag[]): Flag[] {
  if (never.length === 0 || found.length === 0) return found;
  const without = plain();
  return found.filter(
    (flag) =>
      !never.some((word) => word.from <= flag.from && flag.to <= word.to) &&
      without.some((one) => one.category === flag.category && one.from < flag.to && flag.from < one.to),
  );
}
