/** A day in words, on the reader's calendar. */
export function dayOf(locale: string, at: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(at));
}
