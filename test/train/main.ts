import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { writeModel } from '@/lib/pitch/model/line-model';
import { corpusFolder } from './corpus-folder';
import { trainModel } from './train-model';
import { answeredNotes, categoryLines, measuredNotes, neutralLines, writtenNotes } from './training-lines';
import { wordVectors } from './word-vectors';

/** `npm run train [-- --with FILE.tsv] [--out FILE]`: builds the learned layer anew; the same input gives the same bytes. */
function main(): void {
  const { values } = parseArgs({ options: { with: { type: 'string' }, out: { type: 'string' } } });
  const out = values.out ?? new URL('../../lib/pitch/model/model.bin', import.meta.url);
  const begun = performance.now();
  const lines = [
    ...measuredNotes(),
    ...writtenNotes(),
    ...categoryLines(),
    ...(values.with ? answeredNotes(values.with) : []),
    ...neutralLines(corpusFolder()),
  ];
  const bytes = writeModel(trainModel(lines, wordVectors()));
  writeFileSync(out, bytes);
  const seconds = ((performance.now() - begun) / 1_000).toFixed(0);
  console.log(`Trained on ${lines.length} lines in ${seconds} s: ${bytes.length} bytes in ${out}.`);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
