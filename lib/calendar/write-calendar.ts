import type { AgreedDay } from './agreed-days';

/** Of a calendar that is subscribed to: its name, and how often (an ISO 8601 duration such as PT6H) it is to be read. */
export type Feed = { name: string; every: string };

/**
 * A calendar file (RFC 5545) of all-day events: CRLF, lines of at most 75 octets. Written by hand in few bytes, for the
 * panel writes it too; the tests read it with a parser that others keep.
 */
export function writeCalendar(days: readonly AgreedDay[], feed?: Feed): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Eitherway//Agreed days//EN',
    'CALSCALE:GREGORIAN',
    ...(feed ? headOf(feed) : []),
    ...days.flatMap(eventOf),
    'END:VCALENDAR',
    '',
  ];
  return lines.map(folded).join('\r\n');
}

/** RFC 7986 names both; the older names are what calendars read that do not know it. */
function headOf({ name, every }: Feed): string[] {
  return [
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${every}`,
    `X-PUBLISHED-TTL:${every}`,
  ];
}

function eventOf({ uid, revision, changedAt, day, title, text, address }: AgreedDay): string[] {
  const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${new Date(changedAt).toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `SEQUENCE:${revision}`,
    `DTSTART;VALUE=DATE:${packed(day)}`,
    `DTEND;VALUE=DATE:${packed(next)}`,
    `SUMMARY:${escaped(title)}`,
    ...(text ? [`DESCRIPTION:${escaped(text)}`] : []),
    ...(address ? [`URL:${address}`] : []),
    // Nobody is busy for a whole day by it.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

const packed = (day: string) => day.replaceAll('-', '');

/** As a TEXT value: without control signs, and with line breaks and signs that separate written as the format wants. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** Goes on in the next line after a space wherever a line would be longer than 75 octets; no sign is cut in two. */
function folded(line: string): string {
  let written = '';
  let octets = 0;
  for (const sign of line) {
    const size = sign < '\x80' ? 1 : new TextEncoder().encode(sign).length;
    if (octets + size > 75) {
      written += '\r\n ';
      octets = 1;
    }
    written += sign;
    octets += size;
  }
  return written;
}
