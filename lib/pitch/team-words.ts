import type { Span } from './flag';

/** A word, or a sign that stands by itself. White space only parts them. */
const TOKEN = /[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu;

type Node<T> = { next: Map<string, Node<T>>; here: T[] };

/** Phrases by their words, each with what it stands for. */
export type Phrases<T> = Node<T>;

/** A phrase found in a text; offsets are UTF-16 and never cut a character. */
export type Found<T> = Span & { of: T };

/** Phrases to look for as whole words, whatever their case; a phrase without a word or sign is left out. */
export function phrasesOf<T>(phrases: readonly (readonly [phrase: string, of: T])[]): Phrases<T> {
  const root: Node<T> = { next: new Map(), here: [] };
  for (const [phrase, of] of phrases) {
    let node = root;
    for (const { word } of tokensOf(phrase)) {
      const next = node.next.get(word) ?? { next: new Map(), here: [] };
      node.next.set(word, next);
      node = next;
    }
    if (node !== root) node.here.push(of);
  }
  return root;
}

/**
 * Every place where a phrase stands, ascending by beginning, the longest last. From each word as many words are looked at as the
 * longest phrase has, so the time grows with the text alone.
 */
export function findPhrases<T>(text: string, phrases: Phrases<T>): Found<T>[] {
  if (phrases.next.size === 0) return [];
  const tokens = tokensOf(text);
  return tokens.flatMap(({ from }, first) => {
    const found: Found<T>[] = [];
    let node: Node<T> | undefined = phrases;
    for (let at = first; node; at++) {
      const token = tokens[at];
      node = token && node.next.get(token.word);
      if (token && node) for (const of of node.here) found.push({ from, to: token.to, of });
    }
    return found;
  });
}

function tokensOf(text: string): (Span & { word: string })[] {
  return [...text.matchAll(TOKEN)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
    word: sameFor(word),
  }));
}

/** One spelling for all cases, compositions and apostrophes of a word. */
function sameFor(word: string): string {
  return word === '’' ? "'" : word.normalize('NFKC').toLowerCase();
}
