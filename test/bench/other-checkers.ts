import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../browser';

/** What checks prose elsewhere, at the versions measured. 115 MB and 500 packages, so they are fetched for this and are no dependencies of the project. */
const PACKAGES = {
  'write-good': '1.0.8',
  retext: '9.0.0',
  'retext-english': '5.0.0',
  'retext-simplify': '8.0.0',
  'retext-intensify': '7.0.0',
  alex: '11.0.1',
  compromise: '14.17.0',
  'harper.js': '2.10.0',
};
const FOLDER = join(ROOT, '.data/checkers');

/** By name, a run over a text that looks for phrases; each with its own rules as they come. Throws one sentence where they cannot be fetched. */
export async function otherCheckers(phrases: readonly string[]): Promise<Record<string, (text: string) => unknown>> {
  const wanted = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`);
  if (!Object.keys(PACKAGES).every((name) => existsSync(join(FOLDER, 'node_modules', name)))) fetchAll(wanted);
  const writeGood = (await load('write-good')).default as (text: string) => unknown;
  const { retext } = await load('retext');
  const simplify = (await load('retext-simplify')).default;
  const intensify = (await load('retext-intensify')).default;
  const processor = retext().use(simplify).use(intensify);
  const { text: alex } = await load('alex');
  const nlp = (await load('compromise')).default;
  const net = nlp.buildNet(phrases.map((match) => ({ match })));
  const { LocalLinter } = await load('harper.js');
  const { binary } = await load('harper.js', 'dist/binary.js');
  const linter = new LocalLinter({ binary });
  await linter.setup();
  return {
    'write-good': (text) => writeGood(text),
    'retext, simplify and intensify': (text) => processor.processSync(text),
    alex: (text) => alex(text),
    compromise: (text) => nlp(text).match(net).found,
    'harper.js': (text) => linter.lint(text, { language: 'plaintext' }),
  };
}

// biome-ignore lint/suspicious/noExplicitAny: packages that are not there when types are checked
async function load(name: string, file?: string): Promise<any> {
  const folder = join(FOLDER, 'node_modules', name);
  if (file) return import(pathToFileURL(join(folder, file)).href);
  const { exports, main } = createRequire(import.meta.url)(join(folder, 'package.json'));
  const entry =
    typeof exports === 'string' ? exports : (exports?.['.']?.import?.default ?? exports?.['.']?.import ?? main);
  return import(pathToFileURL(join(folder, entry)).href);
}

function fetchAll(wanted: readonly string[]): void {
  console.log('Fetching other checkers of prose to measure beside (115 MB, once, into .data/checkers).');
  try {
    const from = ['--prefix', FOLDER, '--no-audit', '--no-fund', '--ignore-scripts', '--save-exact'];
    execFileSync('npm', ['install', ...from, ...wanted], { stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    throw new Error(`The other checkers could not be fetched (npm install ${wanted.join(' ')}): ${String(error)}`);
  }
}
