import { Category } from '../flag';
import { featuresOf } from './features';
import { type LineModel, scoreOf } from './line-model';

/** A cue as the engine holds it: what hints at a category in a line that was found already. */
export type Cue = { category: Category; pattern: RegExp };

/** What each cue, and how many of a category's cues, count beside the words. Chosen by leaving one set out in turn. */
const CUE = 0.55;

/** The category that the words of a text and their cues look like most. */
export function likelyCategory(
  { categories }: Pick<LineModel, 'categories'>,
  text: string,
  cues: readonly Cue[],
): Category {
  const features = featuresOf(text);
  const inputs = cueInputs(text, cues);
  let best = { name: 'manipulation', score: Number.NEGATIVE_INFINITY };
  for (const category of categories) {
    const score = category.cues.reduce(
      (sum, worth, at) => sum + worth * (inputs[at] ?? 0),
      scoreOf(category, features),
    );
    if (score > best.score) best = { name: category.name, score };
  }
  return best.name as Category;
}

/** One number a cue: whether it stands in the text; then one a category: how many of its cues do. */
export function cueInputs(text: string, cues: readonly Cue[]): number[] {
  const plain = text.replace(/[’‘]/g, "'");
  const found = cues.map(({ pattern }) => pattern.test(plain));
  const count = (name: Category) => cues.filter(({ category }, at) => category === name && found[at]).length;
  return [...found.map((is) => (is ? CUE : 0)), ...Category.options.map((name) => CUE * count(name))];
}
