import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LineInput } from '@/lib/pitch/flag';
import { type LabelledLine, readNotes, readRows } from '../eval/read-tsv';

/** A labelled line with the lines before it, and the group that must stand on one side of every split: a set, or a source. */
export type TrainingLine = {
  group: string;
  kind: 'measured' | 'written' | 'neutral' | 'answered' | 'category';
  input: LineInput;
  pitch: boolean;
  category: string;
  span: LabelledLine['span'];
};

const NEUTRAL = ['minutes', 'interviews', 'hard'];
const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The sets that are measured on, each left out in turn. */
export function measuredNotes(): TrainingLine[] {
  return setsIn(folder('../eval/notes')).flatMap(({ set, path }) => asTraining(readNotes(path, set), 'measured'));
}

/** Sets written for training only: nothing is ever measured on them. */
export function writtenNotes(): TrainingLine[] {
  return setsIn(folder('./notes')).flatMap(({ set, path }) => asTraining(readNotes(path, set), 'written'));
}

/** Agenda of each category, written to tell the categories apart: only that is learned of it, not what is an agenda. */
export function categoryLines(): TrainingLine[] {
  return setsIn(folder('./categories')).flatMap(({ set, path }) =>
    readRows(path, ['text', 'category']).map(({ text = '', category = '' }) => ({
      group: set,
      kind: 'category' as const,
      input: { text, theyAsked: false, before: [] },
      pitch: true,
      category,
      span: null,
    })),
  );
}

/** What a lead exported of kept and disputed flags: the same columns as the notes. */
export function answeredNotes(path: string): TrainingLine[] {
  return asTraining(readNotes(path, 'answered'), 'answered');
}

/** Real minutes and notes, by path; each source is a group of its own. Throws one sentence when the folder is not there. */
export function neutralLines(corpus: string): TrainingLine[] {
  return NEUTRAL.flatMap((name) =>
    readRows(join(corpus, 'neutral', `${name}.tsv`), ['source', 'text']).map((row) => ({
      group: `${name}/${row.source}`,
      kind: 'neutral' as const,
      input: { text: row.text ?? '', theyAsked: false, before: [] },
      pitch: false,
      category: '',
      span: null,
    })),
  );
}

function setsIn(path: string): { set: string; path: string }[] {
  return readdirSync(path)
    .filter((file) => file.endsWith('.tsv'))
    .toSorted()
    .map((file) => ({ set: basename(file, '.tsv'), path: join(path, file) }));
}

/** Each line with up to five lines of its session before it. */
export function asTraining(lines: readonly LabelledLine[], kind: TrainingLine['kind']): TrainingLine[] {
  return lines.map((line, index) => {
    const before = lines.slice(Math.max(0, index - 5), index).filter((one) => one.session === line.session);
    return {
      group: line.set,
      kind,
      input: { text: line.text, theyAsked: false, before: before.map(({ text }) => text) },
      pitch: line.pitch,
      category: line.category,
      span: line.span,
    };
  });
}
