import type { Engine } from './engine';
import type { CheckContext, Flag, LineInput, Sensitivity } from './flag';
import { flagOf } from './flag-of';
import { modelFlags } from './model/model-flags';
import { ruleHits } from './rule-hits';

/** The sureness from which a flag is shown: points on the measured curve, see docs/evaluation.md. */
export const THRESHOLDS: Record<Sensitivity, number> = { quiet: 0.75, normal: 0.47, strict: 0.3 };

/** A longer line is checked up to here: nobody types one, and what is pasted must not hold up the rest. */
const LONGEST_LINE = 20_000;

/** The flags of one line; offsets are UTF-16 and count from the beginning of the line. Flags never overlap; they ascend. */
export function checkLine(line: LineInput, context: CheckContext, engine: Engine): Flag[] {
  const text = line.text.slice(0, LONGEST_LINE);
  if (!/[a-z]{2}/i.test(text)) return [];
  const cut = { ...line, text };
  const threshold = THRESHOLDS[context.sensitivity];
  if (engine.model) return withoutOverlaps(modelFlags(cut, context, { ...engine, model: engine.model }, threshold));
  const hits = ruleHits(cut, context, engine, threshold);
  return withoutOverlaps(
    hits.map(({ rule, ...span }) =>
      flagOf(
        { ...span, category: rule.category, sureness: rule.sureness, part: { kind: 'rule', id: rule.id } },
        context,
        engine,
      ),
    ),
  );
}

/** Keeps the surer of two flags that overlap, the earlier and longer of two equals. */
function withoutOverlaps(found: Flag[]): Flag[] {
  const kept: Flag[] = [];
  const order = found.sort(
    (a, b) => b.sureness - a.sureness || a.from - b.from || b.to - a.to || (a.part.id < b.part.id ? -1 : 1),
  );
  for (const flag of order) if (!kept.some((one) => flag.from < one.to && one.from < flag.to)) kept.push(flag);
  return kept.sort((a, b) => a.from - b.from);
}
