import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import messages from '@/public/_locales/en/messages.json';
import type { MessageKey } from './texts';
import { textsFrom } from './texts-from-messages';

const file = {
  plain: { message: 'Kept on this device' },
  two: { message: 'one session | $1 sessions' },
  three: { message: 'none | one | $1 of them' },
  named: { message: 'With {name}, {other}' },
  list: { message: '$2 before $1, for $$5' },
};
const t = textsFrom(file as unknown as typeof messages);
const read = (key: keyof typeof file, ...args: Parameters<typeof t> extends [unknown, ...infer Rest] ? Rest : never) =>
  t(key as MessageKey, ...args);

describe('textsFrom', () => {
  it('reads a sentence as it stands', () => expect(read('plain')).toBe('Kept on this device'));
  it('picks one of two forms by the number', () => {
    expect(read('two', 1)).toBe('one session');
    expect(read('two', 0)).toBe('0 sessions');
    expect(read('two', 3)).toBe('3 sessions');
  });
  it('picks one of three forms by the number', () => {
    expect([0, 1, 7].map((n) => read('three', n))).toEqual(['none', 'one', '7 of them']);
  });
  it('fills names, and leaves a name that was not given as it is', () => {
    expect(read('named', { name: 'Ada' })).toBe('With Ada, {other}');
  });
  it('fills places by their number, whatever the order, and keeps a doubled dollar', () => {
    expect(read('list', ['b', 'a'])).toBe('a before b, for $5');
  });
  it('says nothing for a key that the file does not have', () => expect(t('nothing' as MessageKey)).toBe(''));
  it('refuses four forms, as the browser side does', () => {
    const wrong = textsFrom({ four: { message: 'a | b | c | d' } } as unknown as typeof messages);
    expect(() => wrong('four' as MessageKey, 2)).toThrow();
  });
});

it('gives the same words as the library that the extension uses', async () => {
  const { createI18n } = await import('@wxt-dev/i18n');
  fakeBrowser.i18n.getMessage = ((key: string, subs?: string[]) =>
    (file[key as keyof typeof file]?.message ?? '').replace(/\$(\$|[1-9])/g, (_, at: string) =>
      at === '$' ? '$' : (subs?.[Number(at) - 1] ?? ''),
    )) as typeof fakeBrowser.i18n.getMessage;
  const theirs = createI18n().t as unknown as typeof t;
  for (const args of [
    ['plain'],
    ['two', 1],
    ['two', 2],
    ['three', 0],
    ['three', 9],
    ['named', { name: 'x' }],
    ['list', ['b', 'a']],
  ] as unknown as [MessageKey, ...(number | string[] | Record<string, string>)[]][]) {
    expect(t(...args)).toBe(theirs(...args));
  }
});

it('has words for every key of the English file', () => {
  for (const [key, { message }] of Object.entries(messages)) expect(message, key).not.toBe('');
});

describe('a count', () => {
  const all = Object.entries(messages).map(([key, { message }]) => [key, message] as const);
  it('is never one of many in words', () => {
    for (const [key, message] of all) {
      const forms = message.split(' | ');
      if (forms.length > 1) expect(forms.at(-2), key).not.toMatch(/\$1 [a-z]+s\b/);
      else expect(message, key).not.toMatch(/(\$1|\{(count|number|of|minutes|days|planned)\}) ([a-z]+ )?[a-z]{3,}s\b/);
    }
  });
});
