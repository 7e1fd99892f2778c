const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
/** A calendar day has no time zone: read as UTC and written as UTC it stays the same day everywhere. */
const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });

/** A moment (ISO 8601, UTC) in the reader's own words and time zone. */
export function When({ at }: { at: string }) {
  return <time dateTime={at}>{MOMENT.format(new Date(at))}</time>;
}

/** From one moment to another, e.g. "20 Nov 2026, 9:00 – 9:47". */
export function WhenBetween({ from, to }: { from: string; to: string }) {
  return <time dateTime={from}>{MOMENT.formatRange(new Date(from), new Date(to))}</time>;
}

/** A calendar day (YYYY-MM-DD). */
export function DayOf({ day }: { day: string }) {
  return <time dateTime={day}>{DAY.format(new Date(`${day}T00:00:00Z`))}</time>;
}
