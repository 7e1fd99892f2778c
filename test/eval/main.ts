import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { loadEngine } from '@/lib/pitch/engine';
import { shippedEngine } from '@/lib/pitch/shipped-engine';
import table from '@/lib/pitch/table.json' with { type: 'json' };
import { corpusFolder } from '../train/corpus-folder';
import {
  asTraining,
  categoryLines,
  measuredNotes,
  neutralLines,
  type TrainingLine,
  writtenNotes,
} from '../train/training-lines';
import { type Judged, judge } from './judge';
import { leaveOneSetOut } from './leave-out';
import { readNeutral, readNotes } from './read-tsv';
import { byCategory, byOrder, bySet, calibration, type EvalTable, onNeutral, printTable, worst } from './tables';

/**
 * `npm run eval`: how well the flags do where neither set nor source was seen in training, each left out in turn.
 * `npm run eval -- --notes FILE.tsv --neutral FILE.tsv [--rules] [--json OUT.json]`: the shipped engine on other files.
 */
function main(): void {
  const { values } = parseArgs({
    options: {
      notes: { type: 'string' },
      neutral: { type: 'string' },
      json: { type: 'string' },
      rules: { type: 'boolean' },
    },
  });
  const given = values.notes !== undefined || values.neutral !== undefined || values.rules === true;
  const engine = given ? (values.rules ? loadEngine(table) : shippedEngine()) : null;
  const judged = engine ? judge(linesOf(values), engine) : leaveOneSetOut(everyLine(), console.log);
  const notes = judged.filter((line) => line.kind !== 'neutral');
  const neutral = judged.filter((line) => line.kind === 'neutral');
  console.log(engine ? `Engine ${engine.version} as it ships.` : 'Engines trained without what they are measured on.');
  const tables = tablesOf(notes, neutral);
  for (const one of tables) printTable(one);
  if (values.json)
    writeFileSync(
      values.json,
      `${JSON.stringify({ engine: engine?.version ?? 'each set left out in turn', tables }, null, 2)}\n`,
    );
}

function tablesOf(notes: readonly Judged[], neutral: readonly Judged[]): EvalTable[] {
  return [
    ...(notes.length > 0 ? [byOrder(notes), bySet(notes), byCategory(notes), calibration(notes)] : []),
    ...(neutral.length > 0 ? [onNeutral(neutral)] : []),
    ...worst([...notes, ...neutral]),
  ];
}

function everyLine(): TrainingLine[] {
  return [...measuredNotes(), ...writtenNotes(), ...categoryLines(), ...neutralLines(corpusFolder())];
}

function linesOf({ notes, neutral }: { notes?: string | undefined; neutral?: string | undefined }): TrainingLine[] {
  const texts = neutral ? readNeutral(neutral) : [];
  return [
    ...(notes ? asTraining(readNotes(notes, basename(notes, '.tsv')), 'measured') : neutral ? [] : measuredNotes()),
    ...texts.map((text) => ({
      group: basename(neutral ?? '', '.tsv'),
      kind: 'neutral' as const,
      input: { text, theyAsked: false, before: [] },
      pitch: false,
      category: '',
      span: null,
    })),
  ];
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
