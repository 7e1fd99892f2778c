import { existsSync, readFileSync } from 'node:fs';

export type LabelledLine = {
  set: string;
  session: string;
  text: string;
  pitch: boolean;
  category: string;
  /** Where the annotated piece stands in the text; null where none was marked. */
  span: { from: number; to: number } | null;
};

/** Rows of a tab-separated file as records by column. Throws one sentence when the file or a column is missing. */
export function readRows(path: string, columns: readonly string[]): Record<string, string>[] {
  if (!existsSync(path)) throw new Error(`There is no file ${path}.`);
  const [head = '', ...lines] = readFileSync(path, 'utf8').replace(/\r/g, '').split('\n');
  const names = head.split('\t');
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) throw new Error(`${path} has no column ${missing.join(', ')}.`);
  return lines
    .filter((line) => line !== '')
    .map((line) => Object.fromEntries(line.split('\t').map((cell, index) => [names[index] ?? '', cell])));
}

/** Labelled notes: columns session, line, text, label, category, agree, span. */
export function readNotes(path: string, set: string): LabelledLine[] {
  return readRows(path, ['session', 'text', 'label', 'category', 'span']).map((row) => {
    const text = row.text ?? '';
    const at = row.span ? text.indexOf(row.span) : -1;
    return {
      set,
      session: row.session ?? '',
      text,
      pitch: row.label === '1',
      category: row.category ?? '',
      span: at >= 0 && row.span ? { from: at, to: at + row.span.length } : null,
    };
  });
}

/** Any file with a `text` column: nothing in it should be flagged. */
export function readNeutral(path: string): string[] {
  return readRows(path, ['text']).map((row) => row.text ?? '');
}
