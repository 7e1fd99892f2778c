import { askInstead } from './ask-instead';
import type { Engine } from './engine';
import type { Category, CheckContext, Flag, Span } from './flag';

/** A finding with the words that its category and the stage ask for. */
export function flagOf(
  found: Span & { category: Category; sureness: number; part: Flag['part'] },
  context: CheckContext,
  engine: Engine,
): Flag {
  const words = engine.categories[found.category];
  return {
    ...found,
    why: words.why,
    ask: askInstead(words, context),
    engine: engine.version,
  };
}
