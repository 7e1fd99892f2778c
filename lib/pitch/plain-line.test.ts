import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from './check';
import type { CheckContext } from './flag';
import { plainLine } from './plain-line';
import { shippedEngine } from './shipped-engine';

const engine = shippedEngine();
const context: CheckContext = { stage: null, sensitivity: 'strict', clientNames: [] };
const AGENDA = 'anchor 480, land 395, never mention the annual figure';
const found = (text: string) =>
  check({ text, theyAsked: [] }, context, engine).map(({ from, to, category }) => [category, text.slice(from, to)]);
const plain = (text: string) => text.replace(/[\u200b\u00ad]/g, '').replace(/\s+/g, ' ');

describe('an agenda in copied text', () => {
  const typed = found(AGENDA);
  it.each([
    ['spaces that do not break', AGENDA.replaceAll(' ', '\u00a0')],
    ['narrow spaces', AGENDA.replaceAll(' ', '\u202f')],
    ['several spaces', AGENDA.replaceAll(' ', '   ')],
    ['tabs', AGENDA.replaceAll(' ', '\t')],
    ['hyphens for where to break', AGENDA.replace('anchor', 'an\u00adchor').replace('mention', 'men\u00adtion')],
    ['signs that cannot be seen', [...AGENDA].join('\u200b')],
    ['a mark at its beginning', `\ufeff${AGENDA}`],
    ['a line end of another system', `${AGENDA}\r`],
  ])('is found through %s', (_, text) => {
    expect(found(text).map(([category, piece = '']) => [category, plain(piece)])).toEqual(typed);
  });
  it('is found in wide letters', () => {
    const wide = AGENDA.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    expect(found(wide).map(([category]) => category)).toEqual(typed.map(([category]) => category));
  });
  it.each([`😀${AGENDA}👨‍👩‍👧`, `العميل: \u202e${AGENDA}\u202c`, `😀 ${AGENDA} \ud83d`])(
    'is found beside other signs: %s',
    (text) => expect(found(text).length).toBeGreaterThan(0),
  );
});

describe('what is no agenda', () => {
  it.each([
    'Wir warten auf das Audit im März, dann entscheiden sie selbst.',
    "ils veulent d'abord comparer trois options, et décider en mars",
    'العميل يريد أن ينتظر حتى الربيع قبل أن يقرر',
    '客户说他们想等到春天再决定',
    'const close = (pipeline) => pipeline.close(); // sign the certificate before deploy',
    "SELECT name, quota FROM users WHERE target = 'gold' ORDER BY revenue DESC LIMIT 10;",
    '2026-03-02T10:00:00Z ERROR pipeline closed: target refused connection, deadline exceeded',
    'https://example.com/deal/close?sign=now&discount=last-chance#guarantee',
    '{"upsell": false, "target": "es2022", "commit": "abc", "sign": true}',
  ])('is left alone in any language: %s', (text) => {
    expect(check({ text, theyAsked: [] }, { ...context, sensitivity: 'normal' }, engine)).toEqual([]);
  });
});

describe('a plain line', () => {
  const odd = fc.constantFrom('\u200b', '\u00a0', '  ', '\t', '😀', 'é', 'ａ', '\ud83d', '\ude00', 'word', ' ');
  const typed = fc.array(fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 30 });
  it('has every piece inside what was typed, and cuts no sign of two units', () => {
    fc.assert(
      fc.property(typed, fc.nat(40), fc.nat(40), (parts, one, other) => {
        const text = parts.join('');
        const line = plainLine(text, 60);
        const [from, to] = [Math.min(one, other), Math.max(one, other)].map((at) => Math.min(at, line.text.length));
        if (from === undefined || to === undefined || from === to) return;
        const piece = line.typed({ from, to });
        expect([piece.from >= 0, piece.to <= text.length, piece.from <= piece.to]).toEqual([true, true, true]);
        const edges = [piece.from, piece.to].map((at) =>
          /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1)),
        );
        expect(edges).toEqual([false, false]);
      }),
    );
  });
  it('is the line itself where nothing is odd in it', () => {
    expect(plainLine('they count by hand', 100).text).toBe('they count by hand');
    expect(plainLine('a'.repeat(50), 20).text).toBe('a'.repeat(20));
    expect(plainLine('aaa😀', 4).text).toBe('aaa');
  });
});
