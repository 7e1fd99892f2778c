import { describe, expect, it } from 'vitest';
import { shippedPlaybooks } from '@/lib/playbooks';
import { askInstead } from './ask-instead';
import { CATEGORIES } from './categories';

describe('the question to ask instead', () => {
  it('is the one of the stage, else the one of the category', () => {
    expect(askInstead(CATEGORIES.pressure, { stage: 'cost' })).toBe(CATEGORIES.pressure.askAt.cost);
    expect(askInstead(CATEGORIES.pressure, { stage: 'tried' })).toBe(CATEGORIES.pressure.ask);
    expect(askInstead(CATEGORIES.pressure, { stage: null, question: 'How many are you?' })).toBe(
      CATEGORIES.pressure.ask,
    );
  });
  it('is another one where that one stands there already, though in other words', () => {
    const question = 'What happens, if nothing changes for a year or two?';
    expect(askInstead(CATEGORIES.pressure, { stage: 'cost', question })).toBe(CATEGORIES.pressure.ask);
    const by = 'By when does it need to be decided, and what sets that date?';
    expect(askInstead(CATEGORIES.pressure, { stage: 'process', question: by })).toBe(CATEGORIES.pressure.askAt.cost);
  });
  it('is the only one that there is, all the same', () => {
    const only = { ask: 'How do you see it?', askAt: {} };
    expect(askInstead(only, { stage: null, question: 'How do you see it?' })).toBe(only.ask);
  });
  it('is never the question under which the note stands, in any playbook that ships', () => {
    const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
    const asked = shippedPlaybooks.flatMap(({ stages }) =>
      stages.flatMap(({ kind, questions }) => questions.map(({ text }) => ({ stage: kind, question: text }))),
    );
    for (const context of asked) {
      for (const [category, words] of Object.entries(CATEGORIES)) {
        expect(plain(askInstead(words, context)), category).not.toBe(plain(context.question));
      }
    }
  });
});
