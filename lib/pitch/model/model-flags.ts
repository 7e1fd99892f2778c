import { isAskedFor } from '../context-of-line';
import type { Engine } from '../engine';
import type { Category, CheckContext, Flag, LineInput, Span } from '../flag';
import { flagOf } from '../flag-of';
import { INFORMING, type RuleHit, ruleHits } from '../rule-hits';
import { carryingPiece } from './carrying-piece';
import { blended } from './judge-line';
import { likelyCategory } from './likely-category';
import { probability } from './line-model';
import { piecesOf } from './pieces';

export type LearnedEngine = Engine & { model: NonNullable<Engine['model']> };

/** From this sureness a rule stands by itself; what others found needs the model's agreement. */
const STANDS_ALONE = 0.85;

/** A piece of a line with its sureness (0 to 1) and the rules that hit in it. */
export type Judged = Span & { sureness: number; hits: RuleHit[] };

/** How sure both layers together are of each piece of a line. */
export function judgeLine(line: LineInput, context: CheckContext, engine: LearnedEngine): Judged[] {
  const { score, learned } = engine.model;
  const hits = ruleHits(line, context, engine);
  const before = line.before.filter((text) => text.trim() !== '').map(score);
  return piecesOf(line.text).map((piece) => {
    const inside = hits.filter((hit) => hit.from >= piece.from && hit.from < piece.to);
    const rule = Math.max(0, ...inside.map((hit) => hit.rule.sureness));
    const own = score(line.text.slice(piece.from, piece.to));
    const sureness = probability(blended(learned.blend, own, { before, rule }));
    return { ...piece, sureness: rule >= STANDS_ALONE ? Math.max(sureness, rule) : sureness, hits: inside };
  });
}

/** The flags of both layers: where a rule hit, its pieces; elsewhere the words that carry the model's score. */
export function modelFlags(line: LineInput, context: CheckContext, engine: LearnedEngine, threshold: number): Flag[] {
  return judgeLine(line, context, engine).flatMap((piece) => {
    if (piece.sureness < threshold) return [];
    const sureness = Math.round(piece.sureness * 100) / 100;
    if (piece.hits.length > 0)
      return piece.hits.map(({ rule, from, to }) =>
        flagOf({ from, to, category: rule.category, sureness, part: { kind: 'rule', id: rule.id } }, context, engine),
      );
    return modelFlag(line, piece, sureness, context, engine);
  });
}

function modelFlag(
  line: LineInput,
  piece: Judged,
  sureness: number,
  context: CheckContext,
  engine: LearnedEngine,
): Flag[] {
  const { learned, score } = engine.model;
  const text = line.text.slice(piece.from, piece.to);
  const category = likelyCategory(learned, text, engine.cues);
  if (isInPlace(category, line, context)) return [];
  const span = carryingPiece(text, score);
  const found = { from: piece.from + span.from, to: piece.from + span.to, category, sureness };
  return [flagOf({ ...found, part: { kind: 'model', id: learned.version } }, context, engine)];
}

/** Information they asked for, or an option of ours where options are named. */
function isInPlace(category: Category, line: LineInput, context: CheckContext): boolean {
  if (INFORMING.has(category) && (line.theyAsked || isAskedFor(line.text))) return true;
  return category === 'premature-solution' && (context.stage === 'options' || context.stage === 'decide');
}
