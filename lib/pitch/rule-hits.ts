import { isAskedFor, isNegated, isQuoted, isReported } from './context-of-line';
import type { CompiledRule, Engine } from './engine';
import type { Category, CheckContext, LineInput, Span } from './flag';

/** What leave makes legitimate: to inform is fine when they asked; to press never is. */
export const INFORMING: ReadonlySet<Category> = new Set(['premature-solution', 'feature-pitch', 'social-proof']);

/** A rule that matched, and that nothing around excuses. Offsets count from the beginning of the line. */
export type RuleHit = Span & { rule: CompiledRule };

/** Every hit of the first layer in a line, of any sureness, in the order of the rules; hits may overlap. */
export function ruleHits(
  { text, theyAsked }: LineInput,
  context: CheckContext,
  engine: Engine,
  atLeast = 0,
): RuleHit[] {
  const found: RuleHit[] = [];
  for (const rule of engine.rules) {
    if (rule.sureness < atLeast) continue;
    if (context.stage && rule.fineAt?.includes(context.stage)) continue;
    collect(rule, { text, theyAsked }, context, found);
  }
  return found;
}

function collect(
  rule: CompiledRule,
  line: Pick<LineInput, 'text' | 'theyAsked'>,
  context: CheckContext,
  found: RuleHit[],
): void {
  const { text } = line;
  if (line.theyAsked && INFORMING.has(rule.category)) return;
  rule.pattern.lastIndex = 0;
  for (let hit = rule.pattern.exec(text); hit; hit = rule.pattern.exec(text)) {
    if (hit[0] === '') return;
    const from = hit.index + (hit[0].length - hit[0].trimStart().length);
    const to = hit.index + hit[0].trimEnd().length;
    if (!isExcused(rule, line, from, to, context)) found.push({ from, to, rule });
  }
}

/** What of a rule says how it is excused. */
export type Asked = Pick<CompiledRule, 'category'> & Partial<Pick<CompiledRule, 'unless' | 'ours' | 'evenNegated'>>;

/** Whether what stands around a piece of a line excuses it: their words, a negation, their asking. */
export function isExcused(
  rule: Asked,
  { text, theyAsked }: Pick<LineInput, 'text' | 'theyAsked'>,
  from: number,
  to: number,
  context: CheckContext,
): boolean {
  if (rule.unless?.test(text)) return true;
  if (!rule.evenNegated && isNegated(text, from)) return true;
  if (INFORMING.has(rule.category) && (theyAsked || isAskedFor(text))) return true;
  return !rule.ours && (isQuoted(text, from, to) || isReported(text, from, context.clientNames));
}
