import { isAskedFor, isNegated, isQuoted, isReported } from './context-of-line';
import type { CompiledRule, Engine } from './engine';
import type { Category, CheckContext, Flag, LineInput, Sensitivity } from './flag';

/** The sureness from which a flag is shown. */
export const THRESHOLDS: Record<Sensitivity, number> = { quiet: 0.85, normal: 0.65, strict: 0.5 };

/** What leave makes legitimate: to inform is fine when they asked; to press never is. */
const INFORMING: ReadonlySet<Category> = new Set(['premature-solution', 'feature-pitch', 'social-proof']);

/** A longer line is checked up to here: nobody types one, and what is pasted must not hold up the rest. */
const LONGEST_LINE = 20_000;

/** The flags of one line; offsets are UTF-16 and count from the beginning of the line. Flags never overlap; they ascend. */
export function checkLine(line: LineInput, context: CheckContext, engine: Engine): Flag[] {
  const text = line.text.slice(0, LONGEST_LINE);
  if (!/[a-z]{2}/i.test(text)) return [];
  const threshold = THRESHOLDS[context.sensitivity];
  const found: Flag[] = [];
  for (const rule of engine.rules) {
    if (rule.sureness < threshold) continue;
    if (context.stage && rule.fineAt?.includes(context.stage)) continue;
    if (line.theyAsked && INFORMING.has(rule.category)) continue;
    collect(rule, text, context, engine, found);
  }
  return withoutOverlaps(found);
}

function collect(rule: CompiledRule, text: string, context: CheckContext, engine: Engine, found: Flag[]): void {
  rule.pattern.lastIndex = 0;
  for (let hit = rule.pattern.exec(text); hit; hit = rule.pattern.exec(text)) {
    if (hit[0] === '') return;
    const from = hit.index + (hit[0].length - hit[0].trimStart().length);
    const to = hit.index + hit[0].trimEnd().length;
    if (isExcused(rule, text, from, to, context)) continue;
    const words = engine.categories[rule.category];
    found.push({
      from,
      to,
      category: rule.category,
      why: words.why,
      ask: (context.stage && words.askAt[context.stage]) || words.ask,
      sureness: rule.sureness,
      part: { kind: 'rule', id: rule.id },
      engine: engine.version,
    });
  }
}

function isExcused(rule: CompiledRule, text: string, from: number, to: number, context: CheckContext): boolean {
  if (rule.unless?.test(text)) return true;
  if (!rule.evenNegated && isNegated(text, from)) return true;
  if (INFORMING.has(rule.category) && isAskedFor(text)) return true;
  return !rule.ours && (isQuoted(text, from, to) || isReported(text, from, context.clientNames));
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
