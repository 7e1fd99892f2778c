/**
 * A moment as it reads on the clock of who offers it, with how far that clock is from UTC then.
 * `local`: YYYY-MM-DDTHH:MM, as the browser's own field gives it. Gives ISO 8601, such as 2026-12-01T10:00:00+01:00, or ''
 * for what is no moment. A time that a clock leaves out in spring is the one an hour later.
 */
export function offeredTime(local: string, minutesBehind = (at: Date) => at.getTimezoneOffset()): string {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return '';
  let behind = minutesBehind(new Date(asUtc));
  // The distance is that of the moment itself, which is known only with a distance.
  behind = minutesBehind(new Date(asUtc + behind * 60_000));
  const moment = asUtc + behind * 60_000;
  const real = minutesBehind(new Date(moment));
  return `${new Date(moment - real * 60_000).toISOString().slice(0, 19)}${sign(real)}`;
}

function sign(minutesBehind: number): string {
  const ahead = -minutesBehind;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${ahead < 0 ? '-' : '+'}${two(Math.floor(Math.abs(ahead) / 60))}:${two(Math.abs(ahead) % 60)}`;
}

/** The name of this clock's zone, such as Europe/Berlin. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
