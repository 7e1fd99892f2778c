/** A cell that a spreadsheet would take for a formula; some read full-width signs alike. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;

/**
 * Rows as CSV (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe in front, so that it stays
 * text (OWASP, CSV injection); numbers stay numbers. An empty cell stands for null.
 */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
