import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aNo, aSession } from '@/test/fixtures';
import type { Caps } from '../connector';
import { fieldValue, fillingOf } from './filling';
import { DEFAULT_MAPPING, FieldSource, mappingProblems } from './mapping';
import { renderBody, shortTitle } from './render';
import { type Block, fillTemplate } from './template';

const CAPS = (body: Caps['body'], maxBody = 10_000): Caps => ({
  key: 'locate',
  body,
  maxBody,
  maxTitle: 100,
  tasks: true,
  kinds: [],
  fields: [],
});
const URL_ = 'https://eitherway.example/sessions/01890000-0000-7000-8000-000000000001';
const written = { session: aSession({ decision: aNo() }), expert: 'Emil', url: URL_ };

describe('a template', () => {
  it('leaves out what has nothing in it, and headings above it', () => {
    const filling = { ...fillingOf(written, false), reason: '', to: 'Staying with it' };
    const blocks = fillTemplate('## Reason\n{reason}\n## On\n{to}\n## Below\n', filling);
    expect(blocks).toEqual([
      { kind: 'heading', level: 2, text: 'On' },
      { kind: 'text', text: 'Staying with it' },
    ]);
  });

  it('makes a list of several, and keeps a link a link', () => {
    const filling = { ...fillingOf(written, false), objectives: ['Fewer nights', 'Calm'] };
    expect(fillTemplate('{objectives}\n{link}', filling)).toEqual([
      { kind: 'bullet', text: 'Fewer nights' },
      { kind: 'bullet', text: 'Calm' },
      { kind: 'link', url: URL_ },
    ]);
  });

  it('never takes what people wrote for a template', () => {
    const filling = { ...fillingOf(written, false), reason: '{outcome} {notes}\n# big' };
    expect(fillTemplate('{reason}', filling)).toEqual([{ kind: 'text', text: '{outcome} {notes}\n# big' }]);
  });
});

describe('which way it went', () => {
  it('is in nothing that is written, unless the team asked for it', () => {
    for (const outcome of ['yes', 'no', 'not-yet'] as const) {
      const decision = { ...aNo(), outcome, missing: 'the budget', lookAgainOn: '2026-09-01' };
      const session = { ...written.session, decision };
      const filling = fillingOf({ ...written, session }, false);
      expect([filling.outcome, filling.missing, filling.lookAgainOn]).toEqual(['', '', '']);
      const others = FieldSource.options.filter((source) => source !== 'outcome');
      const values = others.map((source) => fieldValue(source, { ...written, session }));
      const no = { ...session, decision: { ...decision, outcome: 'no' as const } };
      expect(values).toEqual(others.map((source) => fieldValue(source, { ...written, session: no })));
    }
  });

  it('cannot be asked for by a mapping that does not say so', () => {
    const telling = { ...DEFAULT_MAPPING, template: '{outcome} {missing} {link}' };
    expect(mappingProblems(telling).map(({ code, what }) => `${code} ${what}`)).toEqual([
      'tells-outcome outcome',
      'tells-outcome missing',
    ]);
    expect(mappingProblems({ ...telling, outcome: true })).toEqual([]);
    const field = { source: 'outcome', on: 'company', field: 'result' } as const;
    expect(mappingProblems({ ...DEFAULT_MAPPING, fields: [field] })).toMatchObject([{ code: 'tells-outcome' }]);
  });

  it('is off to begin with, and a mapping is told what does not hold together', () => {
    expect(DEFAULT_MAPPING.outcome).toBe(false);
    expect(mappingProblems(DEFAULT_MAPPING)).toEqual([]);
    const field = { source: 'reason', on: 'company', field: 'why' } as const;
    const wrong = { ...DEFAULT_MAPPING, template: '{reson}', fields: [field, field] };
    expect(mappingProblems(wrong).map(({ code }) => code)).toEqual(['unknown-place', 'no-link', 'twice']);
  });
});

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 3 }), text: fc.string() }),
  fc.record({
    kind: fc.constantFrom('bullet' as const, 'text' as const),
    text: fc.string({ unit: 'grapheme', maxLength: 300 }),
  }),
);

describe('a note in the form of a vendor', () => {
  it('always has room, always links to all of it, and says when it is shortened', () => {
    fc.assert(
      fc.property(
        fc.array(block),
        fc.constantFrom('html', 'markdown', 'text'),
        fc.integer({ min: 400, max: 3_000 }),
        (blocks, form, room) => {
          const { body, shortened } = renderBody(blocks, URL_, CAPS(form as Caps['body'], room));
          expect(body.length).toBeLessThanOrEqual(room);
          expect(body).toContain(URL_);
          expect(body.includes('Shortened here')).toBe(shortened);
          expect(body.isWellFormed()).toBe(true);
        },
      ),
    );
  });

  it('keeps markup that people typed as the words they typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { body } = renderBody([{ kind: 'text', text }], URL_, CAPS('html', 100_000));
        const tags = body.replace(/<\/?(p|br|ul|li|strong|a)( href="[^"]*")?>/g, '');
        expect(tags).not.toMatch(/[<>"']/);
      }),
    );
    const { body } = renderBody([{ kind: 'text', text: '# [x](javascript:1) <b> *y*\n- z' }], URL_, CAPS('markdown'));
    expect(body).toContain('\\# \\[x\\]\\(javascript:1\\) \\<b\\> \\*y\\*\n\\- z');
  });

  it('shortens titles between characters', () => {
    expect(shortTitle('  A talk\non backups ', 100)).toBe('A talk on backups');
    expect(shortTitle('👩‍👩‍👧'.repeat(50), 20).isWellFormed()).toBe(true);
  });
});
