import type { Engine } from './engine';
import type { CheckContext, Flag, LineInput, Sensitivity } from './flag';
import { flagOf } from './flag-of';
import { modelFlags } from './model/model-flags';
import { plainLine } from './plain-line';
import { ruleHits } from './rule-hits';
import { neverFlaggedIn, notCarried, teamFlags, withoutMeaning } from './team-layer';

/** The sureness from which a flag is shown: points on the measured curve, see docs/evaluation.md. */
export const THRESHOLDS: Record<Sensitivity, number> = { quiet: 0.75, normal: 0.47, strict: 0.3 };

/** A longer line is checked up to here: nobody types one, and what is pasted must not hold up the rest. */
const LONGEST_LINE = 20_000;

/** The flags of one line; offsets are UTF-16 and count from the beginning of the line. Flags never overlap; they ascend. */
export function checkLine(line: LineInput, context: CheckContext, engine: Engine): Flag[] {
  const plain = plainLine(line.text, LONGEST_LINE);
  const before = line.before.map((text) => plainLine(text, LONGEST_LINE).text);
  return flagsOf({ ...line, text: plain.text, before }, context, engine).flatMap((flag) => {
    const piece = plain.typed(flag);
    return piece.to > piece.from ? [{ ...flag, ...piece }] : [];
  });
}

function flagsOf(line: LineInput, context: CheckContext, engine: Engine): Flag[] {
  if (!engine.team) return withoutOverlaps(shippedFlags(line, context, engine));
  const all = (one: LineInput) =>
    withoutOverlaps([...shippedFlags(one, context, engine), ...ofTeam(one, context, engine)]);
  const never = neverFlaggedIn(line.text, engine.team);
  return notCarried(all(line), never, () => all({ ...line, text: withoutMeaning(line.text, never) }));
}

function ofTeam(line: LineInput, context: CheckContext, { team, version }: Engine): Flag[] {
  return team ? teamFlags(line, context, team, version) : [];
}

function shippedFlags(line: LineInput, context: CheckContext, engine: Engine): Flag[] {
  if (!/[a-z]{2}/i.test(line.text)) return [];
  const threshold = THRESHOLDS[context.sensitivity];
  if (engine.model) return modelFlags(line, context, { ...engine, model: engine.model }, threshold);
  return ruleHits(line, context, engine, threshold).map(({ rule, ...span }) =>
    flagOf(
      { ...span, category: rule.category, sureness: rule.sureness, part: { kind: 'rule', id: rule.id } },
      context,
      engine,
    ),
  );
}

/** Keeps of two flags that overlap the team's own, else the surer, the earlier and longer of two equals. */
function withoutOverlaps(found: Flag[]): Flag[] {
  const kept: Flag[] = [];
  const order = found.sort(
    (a, b) =>
      Number(isTeams(b)) - Number(isTeams(a)) ||
      b.sureness - a.sureness ||
      a.from - b.from ||
      b.to - a.to ||
      (a.part.id < b.part.id ? -1 : 1),
  );
  for (const flag of order) if (!kept.some((one) => flag.from < one.to && one.from < flag.to)) kept.push(flag);
  return kept.sort((a, b) => a.from - b.from);
}

function isTeams({ part }: Flag): boolean {
  return part.id.startsWith('team/');
}
