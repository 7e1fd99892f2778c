const WALL = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** Times that are still to come, the earliest first. */
export function timesToCome(times: readonly string[], now: Date): string[] {
  return times.filter((time) => new Date(time) > now).sort((a, b) => new Date(a).getTime() - new Date(b).getTime());
}

/**
 * A time as its expert wrote it, on their clock, with how far that is from UTC: where the client is, a page without
 * scripts cannot know. `time`: ISO 8601 with its offset.
 */
export function timeIn(language: string, time: string): { wall: string; offset: string } {
  const [, wall = '', zone = 'Z'] = WALL.exec(time) ?? [];
  const shown = new Date(`${wall}Z`);
  if (Number.isNaN(shown.getTime())) return { wall: time, offset: '' };
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' });
  return { wall: format.format(shown), offset: zone === 'Z' ? '' : zone };
}

/** A day in words. */
export function dayIn(language: string, at: Date): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}
