/** Pixels that a letter takes on average at the size of a chart's words. */
const LETTER = 7;

/** As much of a text as fits a width in pixels on one line; the whole stands in the table and in its title. */
export function fitting(text: string, width: number): string {
  const most = Math.max(8, Math.floor(width / LETTER));
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
