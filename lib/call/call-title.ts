import type { Vendor } from './vendors';

/** Longest title a session takes; a client's name is shorter. */
const LONGEST = { title: 300, client: 200 };

/** What surrounds the parts of a tab title: "Meet - Acme review", "Acme | Microsoft Teams". A hyphen inside a word is no separator. */
const separator = /\s+[-–—|·•]\s+|\s*\|\s*/;

/** Codes that rooms carry: `abc-defg-hij`, `811 2345 6789`, a UUID, a long token without a space. */
const code =
  /^(?:[a-z]{3}-[a-z]{4}-[a-z]{3}|(?:(?:zoom )?meeting (?:id:? ?)?)?\d[\d ]{7,}\d|[0-9a-f]{8}-[0-9a-f-]{27}|(?=\S*\d)[A-Za-z0-9_-]{20,})$/i;

/** Words that stand alone in titles of calls without saying anything. */
const empty =
  /^(?:meeting|call|video call|untitled|new tab|join|lobby|waiting room|you're in the meeting|video conference|web conferencing)$/i;

/** The part of a tab's title that says what the talk is about, or ''. */
export function titleIn(given: string, url: URL, vendor: Vendor | undefined): string {
  const parts = plain(given)
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isNoise(part, url, vendor));
  return parts.join(' – ').slice(0, LONGEST.title).trim();
}

/** Drops control characters, doubled blanks, counters "(3)" of unread messages and the dot or camera sign of a running call. */
function plain(given: string): string {
  return given
    .slice(0, 2_000)
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:\(\d+\+?\)|\[\d+\+?\]|[●•🔴📞🎥🔊*]\uFE0F?|\s)+/u, '')
    .replace(/^meet: /i, '')
    .trim();
}

function isNoise(part: string, url: URL, vendor: Vendor | undefined): boolean {
  const lower = part.toLowerCase();
  return (
    code.test(part) ||
    empty.test(part) ||
    (vendor?.noise.test(part) ?? false) ||
    lower === url.hostname ||
    lower === url.host ||
    url.href.toLowerCase() === lower
  );
}

/** "Call with Kite", and of two names the first: "Kite <> Northwind", "Kite x Northwind". */
const clientPatterns: readonly RegExp[] = [
  /\b(?:call|meeting|talk|session|intro(?:duction)?|conversation|workshop|review|sync|check-in|catch-up|discovery|interview) (?:with|for|at) ([^,:;()–|]+)/i,
  /^([^–<>]{2,60}?) (?:<>|<->|↔|⇄|×|x|\/\/) /,
];

/** The client's name in a title, when its form gives it away; otherwise ''. The expert sees it as an offer and can change it. */
export function clientIn(title: string): string {
  for (const pattern of clientPatterns) {
    const found = pattern.exec(title)?.[1]?.trim();
    if (found && !empty.test(found)) return found.slice(0, LONGEST.client).trim();
  }
  return '';
}
