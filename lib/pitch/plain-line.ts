import type { Span } from './flag';

/** A line as the rules read it, and where a piece of that stands in what was typed. */
export type PlainLine = { text: string; typed(piece: Span): Span };

/** What copied text brings along: signs that cannot be seen, spaces of another kind or several at once, and wide letters. */
const ODD = /[\0\t\r\u00ad\u00a0\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\uff01-\uff5e]| {2}/;
const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/;
const SPACE = /[\0\s]/;
const WIDE = { first: 0xff01, last: 0xff5e, from: 0xfee0 };

/** The same words with plain spaces and letters. No text is read beyond `longest` units; no emoji is cut in two. */
export function plainLine(typed: string, longest: number): PlainLine {
  const cut = typed.slice(0, wholeSigns(typed, longest));
  if (!ODD.test(cut)) return { text: cut, typed: ({ from, to }) => whole(cut, from, to) };
  const origin: number[] = [];
  let text = '';
  for (let at = 0; at < cut.length; at++) {
    const sign = cut.charAt(at);
    if (INVISIBLE.test(sign)) continue;
    const plain = plainSign(sign);
    if (plain === ' ' && text.endsWith(' ')) continue;
    text += plain;
    origin.push(at);
  }
  return { text, typed: ({ from, to }) => whole(cut, origin[from] ?? 0, (origin[to - 1] ?? -1) + 1) };
}

function plainSign(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code >= WIDE.first && code <= WIDE.last) return String.fromCharCode(code - WIDE.from);
  return SPACE.test(sign) ? ' ' : sign;
}

function whole(text: string, from: number, to: number): Span {
  return { from: wholeSigns(text, from), to: wholeSigns(text, to) };
}

/** The offset, or the one before where it stands inside a sign of two units. */
function wholeSigns(text: string, offset: number): number {
  return isHalf(text.charCodeAt(offset), 0xdc00) && isHalf(text.charCodeAt(offset - 1), 0xd800) ? offset - 1 : offset;
}

function isHalf(code: number, first: number): boolean {
  return code >= first && code < first + 0x400;
}
