import type { ChangeDesc, Text } from '@codemirror/state';
import type { LineInput, Span } from '@/lib/pitch/flag';
import { grownAcross, joined, overlapsAny, type Spans, without } from './spans';

/** How many lines before a line its check may read (see `LineInput`). */
export const LINES_BEFORE = 5;

/** A line on its way to the checker. Its place follows edits; `stale` says that its answer is worth nothing any more. */
export type SentLine = { from: number; to: number; text: string; stale: boolean };
type Limits = { lines: number; units: number };

/** Which lines still have to be checked, and whether answers that come back are about the text as it is now. */
export class CheckQueue {
  #waiting: Spans = [];
  #sent: readonly SentLine[] = [];

  get waiting(): Spans {
    return this.#waiting;
  }

  /** These pieces have to be checked (again); answers on their way about them are worth nothing. */
  add(pieces: Spans): void {
    this.#waiting = joined([...this.#waiting, ...pieces]);
    for (const line of this.#sent) line.stale ||= overlapsAny(pieces, line);
  }

  /** Follows an edit: the lines it touched wait, and the lines after them that read them. */
  edited(changes: ChangeDesc, doc: Text): void {
    const touched: Span[] = [];
    changes.iterChangedRanges((_, __, from, to) => touched.push(withReaders(doc, from, to)));
    this.#waiting = grownAcross(this.#waiting, changes);
    for (const line of this.#sent) {
      line.from = changes.mapPos(line.from, 1);
      line.to = changes.mapPos(line.to, -1);
    }
    this.add(joined(touched));
  }

  /** Takes lines to send, those `inSight` first, none that overlaps `busy`. */
  take(doc: Text, inSight: Span, busy: Span | null, limits: Limits): SentLine[] {
    const taken: SentLine[] = [];
    let units = 0;
    for (const span of [...within(this.#waiting, inSight), ...this.#waiting]) {
      for (let at = span.from; at <= span.to && taken.length < limits.lines && units < limits.units; ) {
        const { from, to, text } = doc.lineAt(at);
        at = to + 1;
        if ((busy && from <= busy.to && to >= busy.from) || taken.some((line) => line.from === from)) continue;
        taken.push({ from, to, text, stale: false });
        units += text.length;
      }
    }
    this.#waiting = taken.reduce<Spans>((left, line) => without(left, line), this.#waiting);
    this.#sent = [...this.#sent, ...taken];
    return taken;
  }

  /** Ends a sending. */
  done(lines: readonly SentLine[]): void {
    this.#sent = this.#sent.filter((line) => !lines.includes(line));
  }
}

function within(spans: Spans, piece: Span): Spans {
  return spans
    .filter((span) => span.from <= piece.to && span.to >= piece.from)
    .map((span) => ({ from: Math.max(span.from, piece.from), to: Math.min(span.to, piece.to) }));
}

function withReaders(doc: Text, from: number, to: number): Span {
  const last = doc.lineAt(to).number;
  return { from: doc.lineAt(from).from, to: doc.line(Math.min(doc.lines, last + LINES_BEFORE)).to };
}

/** What the checker needs to know of a line. */
export function lineInput(doc: Text, line: SentLine, theyAsked: boolean): LineInput {
  const { number } = doc.lineAt(line.from);
  const before: string[] = [];
  for (let at = Math.max(1, number - LINES_BEFORE); at < number; at++) before.push(doc.line(at).text);
  return { text: line.text, theyAsked, before };
}
