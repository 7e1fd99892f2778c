// @vitest-environment node
import { describe, expect, it } from 'vitest';
import messages from '@/public/_locales/en/messages.json';
import { isTest, sourceFiles } from './architecture/source-files';

/** Each form of each message. */
const forms = Object.entries(messages).flatMap(([key, { message }]) =>
  message.split(' | ').map((form): [string, string] => [key, form]),
);
const NUMBER = /\$\d|\{(?:count|percent|part|of|share|number|sessions)\}|%/;
/** Words that say which way a decision went; "no" as in "no flags" does not. */
const WHICH =
  /\byes(?:es)?\b|\bnos\b|\b(?:said|answered|ended with|decided|decisions?:?|outcomes?:?) (?:a )?“?no\b|“no”/i;

describe('words on screen', () => {
  it('never count a yes or a no, nor say a share of them', () => {
    expect(forms.filter(([, form]) => NUMBER.test(form) && WHICH.test(form))).toEqual([]);
  });

  it('never rank, score or set a target for people', () => {
    const judged =
      /\b(scores?|ranking|ranked|best expert|top experts?|targets?|success rate|closing rate|conversion)\b/i;
    // A category of flags is named after targets of ours.
    expect(forms.filter(([key, form]) => key !== 'viewCategoryQuota' && judged.test(form))).toEqual([]);
  });

  it('would be found if they did', () => {
    for (const form of ['$1 yes', 'Yes: {count}', '{part} of {of} decided yes', '{percent} % ended with no', '$1 nos'])
      expect(NUMBER.test(form) && WHICH.test(form)).toBe(true);
  });
});

describe('what counts sessions', () => {
  it('never looks at which way a decision went', () => {
    const counting = sourceFiles().filter(
      (file) => /^(lib|server|server\/review)\/(insights|talk)\//.test(file.path) && !isTest(file),
    );
    expect(counting.length).toBeGreaterThan(10);
    expect(
      counting.filter(({ text }) => /\boutcome\b|decision_reached|'yes'|'no'/.test(text)).map(({ path }) => path),
    ).toEqual([]);
  });
});
