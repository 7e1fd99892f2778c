import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textsFrom } from '@/components/ui/texts-from-messages';
import messages from '@/public/_locales/en/messages.json';
import { aFlag, aNo, aNote, aNotYet, anAt, aPlaybook, aSession, aYes } from '@/test/fixtures';
import { addNextStep, writeDecision } from './decide';
import { askQuestion, markNotRelevant, skipQuestion } from './questions';
import type { Session } from './session';
import { summary } from './summary';
import { escaped, summaryMarkdown } from './summary-markdown';
import { summaryText } from './summary-text';

const t = textsFrom(messages);
const at = anAt();
const options = { notes: true, locale: 'en' };
const text = (session: Session, notes = true) => summaryText(summary(aPlaybook(), session, t, { ...options, notes }));
const markdown = (session: Session) => summaryMarkdown(summary(aPlaybook(), session, t, options));

describe('the summary', () => {
  it('tells asked, skipped, not relevant and not asked apart', () => {
    let session = askQuestion(aSession(), 'situation-today', at);
    session = skipQuestion(session, 'situation-people', 'no time', at);
    session = markNotRelevant(session, 'situation-numbers', at);
    const said = text(session);
    expect(said).toContain('the moment it is done? (asked)');
    expect(said).toContain('if they were here? (skipped: no time)');
    expect(said).toContain('how large? (not relevant)');
    expect(said).toContain('2 questions were not asked.');
    expect(said).not.toContain('What works well');
  });
  it('says of a note under a question that was not asked that it was not asked', () => {
    expect(text(aSession({ notes: [aNote()] }))).toContain('(not asked)');
  });
  it.each([
    ['Yes', aYes()],
    ['No', aNo()],
    ['Not yet', aNotYet()],
  ])('says %s in the same form', (word, decision) => {
    const said = text(aSession({ decision }));
    expect(said).toContain(`Decided: ${word}\nTo what: Move the backups off the site`);
    expect(said).toContain('- Leave it as it is');
    expect(said).toContain('- Do it themselves, or with someone else');
    expect(said.includes('Looked at again on: April 1, 2026')).toBe(word === 'Not yet');
  });
  it('says why no decision was reached', () => {
    const session = writeDecision(aSession(), { undecidedReason: 'The line broke.' }, at);
    expect(text(session)).toContain('Decided: No decision was reached\nWhy it stayed open: The line broke.');
  });
  it('names each step with its owner, side and day', () => {
    const begun = addNextStep(aSession({ decision: aNo() }), at);
    const steps = begun.decision.nextSteps.map((step) => ({
      ...step,
      text: 'Restore test',
      owner: { side: 'client' as const, name: 'Davor' },
    }));
    expect(text(writeDecision(begun, { nextSteps: steps }, at))).toContain(
      '- Restore test (Davor, client, no day agreed)',
    );
    const dated = steps.map((step) => ({
      ...step,
      date: '2026-03-09',
      owner: { side: 'ours' as const, name: 'Tobias' },
    }));
    expect(text(writeDecision(begun, { nextSteps: dated }, at))).toContain('(Tobias, us, March 9, 2026)');
  });
  it('leaves notes out where they are not wanted, and flags always', () => {
    const session = aSession({
      notes: [aNote({ flags: [aFlag()] }), aNote({ id: aSession().id, questionId: null, text: 'aside' })],
    });
    expect(text(session)).toContain('sign today or lose it');
    expect(text(session)).toContain('Free notes:\n\naside');
    expect(text(session, false)).not.toContain('sign today');
    expect(text(session)).not.toContain('A deadline of ours');
  });
  it('loses no note when the words of the playbook are not here', () => {
    const said = summaryText(summary(null, aSession({ notes: [aNote()], client: { name: '' } }), t, options));
    expect(said).toContain('NO CLIENT NAMED');
    expect(said).toContain('sign today or lose it');
  });
});

describe('the summary as Markdown', () => {
  it('keeps typed markup text', () => {
    const session = aSession({ client: { name: '# <img src=x onerror=alert(1)> *Harbour*' } });
    expect(markdown(session)).toContain('# \\# \\<img src=x onerror=alert(1)\\> \\*Harbour\\*');
  });
  it.each([
    ['- a', '\\- a'],
    ['1. a', '1\\. a'],
    ['a\nb', 'a  \nb'],
    ['---', '\\---'],
    ['plain 1.5', 'plain 1.5'],
  ])('writes %j as %j', (typed, written) => expect(escaped(typed)).toBe(written));
  it('leaves no bare sign of markup, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(escaped(typed).replace(/\\./g, '')).not.toMatch(/[`*_{}[\]<>#|~&]/);
      }),
    );
  });
});
