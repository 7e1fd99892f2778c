/** The calendar day (YYYY-MM-DD) that a moment is on where the reader is. */
export function localDay(moment: Date): string {
  const at = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return at.toISOString().slice(0, 10);
}
