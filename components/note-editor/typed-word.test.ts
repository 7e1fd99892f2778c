import { Text } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { wordAt } from './typed-word';

/** The word at the bar. */
function wordIn(text: string): string | null {
  const at = text.indexOf('|');
  const plain = text.replace('|', '');
  const word = wordAt(Text.of(plain.split('\n')), at);
  return word && plain.slice(word.from, word.to);
}

describe('the word at the cursor', () => {
  it.each([
    ['we guaran|', 'guaran'],
    ['we gua|rantee it', 'guarantee'],
    ['we |guarantee', 'guarantee'],
    ['world-cl|ass', 'world-class'],
    ['don’t| go', 'don’t'],
    ['first\nsec|ond', 'second'],
    ['Prüf|ung', 'Prüfung'],
    ['שלו|ם לכם', 'שלום'],
  ])('in "%s" is "%s"', (text, word) => expect(wordIn(text)).toBe(word));

  it.each(['we | go', 'done. |', '|', 'a\n|\nb', '👍|'])('is none in "%s"', (text) => expect(wordIn(text)).toBeNull());

  it('ends somewhere in a line without any space', () => {
    const word = wordAt(Text.of(['x'.repeat(10_000)]), 5_000);
    expect(word).toEqual({ from: 4_900, to: 5_100 });
  });
});
