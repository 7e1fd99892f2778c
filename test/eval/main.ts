import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadEngine } from '@/lib/pitch/engine';
import table from '@/lib/pitch/table.json' with { type: 'json' };
import { judge } from './measure';
import { readNeutral, readNotes } from './read-tsv';
import { asLine, byCategory, bySet, type EvalTable, onNeutral, printTable, worst } from './tables';

/** `npm run eval [-- --notes FILE.tsv --neutral FILE.tsv --json OUT.json]`: how well the flags do on labelled lines. */
function main(): void {
  const { values } = parseArgs({
    options: { notes: { type: 'string' }, neutral: { type: 'string' }, json: { type: 'string' } },
  });
  const engine = loadEngine(table);
  const sets = new Map(
    notesFiles(values.notes).map((file) => [basename(file, '.tsv'), readNotes(file, basename(file, '.tsv'))]),
  );
  const neutral = new Map(neutralFiles(values).map((file) => [basename(file, '.tsv'), readNeutral(file)]));
  const judged = judge([...sets.values()].flat(), engine, 'normal');
  const neutralJudged = judge([...neutral.values()].flat().map(asLine), engine, 'normal');
  const tables: EvalTable[] = [
    bySet(sets, engine),
    byCategory(judged),
    ...(neutral.size > 0 ? [onNeutral(neutral, engine)] : []),
    ...worst([...judged, ...neutralJudged]),
  ];
  console.log(`Engine ${engine.version}, ${engine.rules.length} rules.`);
  for (const one of tables) printTable(one);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ engine: engine.version, tables }, null, 2)}\n`);
}

function notesFiles(given: string | undefined): string[] {
  if (given) return [given];
  const folder = fileURLToPath(new URL('./notes/', import.meta.url));
  return readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .toSorted()
    .map((file) => join(folder, file));
}

function neutralFiles({ notes, neutral }: { notes?: string | undefined; neutral?: string | undefined }): string[] {
  if (neutral) return [neutral];
  if (notes) return [];
  const folder = join(process.env.EITHERWAY_CORPUS ?? '../shared/corpus', 'neutral');
  if (existsSync(folder)) return ['minutes', 'interviews', 'hard'].map((name) => join(folder, `${name}.tsv`));
  console.log(
    `The neutral lines are not here (${folder}), so false positives on real minutes are not measured. Set EITHERWAY_CORPUS.`,
  );
  return [];
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
