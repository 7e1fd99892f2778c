/** Hashed features of a piece of text: ascending is not promised, indexes may repeat, values are positive. */
export type Features = { index: Int32Array; value: Float32Array };

/** Buckets of the hash, a power of two: the training lines have about 200,000 features, and 40,000 words have a weight besides. */
export const BUCKETS = 2 ** 20;

const LONGEST_GRAM = 5;
const SHORTEST_GRAM = 2;
const TOKEN = /[a-z0-9']+|[^\sa-z0-9]/g;
/** Where FNV-1a starts; one seed a group, so that the word "no" and the letters "no" are two things. */
const SEEDS = { word: 0x811c9dc5, pair: 0x2f0b4c47, gram: 0x5bd1e995 };
const PRIME = 0x01000193;

/**
 * Which words, pairs of words and letter groups stand in a text. Each group of features has length 1 by itself, whatever
 * the length of the text. Digits count as one digit: an amount is an amount.
 */
export function featuresOf(text: string): Features {
  const plain = plainOf(text);
  const tokens = tokensOf(plain);
  const groups = [words(tokens), pairs(tokens), grams(plain)];
  const size = groups.reduce((sum, group) => sum + group.size, 0);
  const index = new Int32Array(size);
  const value = new Float32Array(size);
  let at = 0;
  for (const group of groups) {
    const weight = 1 / Math.sqrt(group.size);
    for (const bucket of group) {
      index[at] = bucket;
      value[at++] = weight;
    }
  }
  return { index, value };
}

function plainOf(text: string): string {
  return text.toLowerCase().replace(/[’‘]/g, "'").replace(/\d+/g, '0');
}

function tokensOf(plain: string): string[] {
  return plain.match(TOKEN) ?? [];
}

/** The different words of a text, as the features see them. */
export function wordsOf(text: string): string[] {
  return [...new Set(tokensOf(plainOf(text)))];
}

/** Where the weight of a word lies. */
export function bucketOfWord(word: string): number {
  return bucketOf(hashed(SEEDS.word, word));
}

function words(tokens: readonly string[]): Set<number> {
  return new Set(tokens.map(bucketOfWord));
}

function pairs(tokens: readonly string[]): Set<number> {
  const found = new Set<number>();
  for (let at = 0; at <= tokens.length; at++) {
    const first = hashed(SEEDS.pair, tokens[at - 1] ?? '^');
    found.add(bucketOf(hashed(mixed(first, 32), tokens[at] ?? '$')));
  }
  return found;
}

/** Groups of letters inside each word, its two edges marked. */
function grams(plain: string): Set<number> {
  const found = new Set<number>();
  for (const word of plain.split(/\s+/)) {
    if (word === '') continue;
    const edged = ` ${word} `;
    for (let from = 0; from < edged.length - 1; from++) {
      let hash = mixed(SEEDS.gram, edged.charCodeAt(from));
      for (let length = 2; length <= LONGEST_GRAM && from + length <= edged.length; length++) {
        hash = mixed(hash, edged.charCodeAt(from + length - 1));
        if (length >= SHORTEST_GRAM) found.add(bucketOf(hash));
      }
    }
  }
  return found;
}

function hashed(seed: number, text: string): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = mixed(hash, text.charCodeAt(at));
  return hash;
}

function mixed(hash: number, code: number): number {
  return Math.imul(hash ^ code, PRIME);
}

/** The low bits of FNV mix poorly: the high ones are folded in. */
function bucketOf(hash: number): number {
  return ((hash >>> 0) ^ (hash >>> 13)) & (BUCKETS - 1);
}
