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
const options = { notes: true, locale: 'en', timeZone: 'Europe/Zagreb' };
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
    expect(text(aSession({ notes: [aNote()] }))).toContain('(not asked):\n\nsign today or lose it');
  });
  it('tells the decision first, then what follows, what was weighed, the objectives, the way of the talk, and the notes', () => {
    const begun = addNextStep(aSession({ decision: aNo(), notes: [aNote()] }), at);
    const session = skipQuestion(askQuestion(begun, 'situation-today', at), 'situation-people', 'no time', at);
    const order = ['Decision', 'Next steps', 'Options weighed', 'Objectives it serves', 'The talk', 'Notes'];
    expect([...text(session).matchAll(/^== (.*) ==$/gm)].map(([, title]) => title)).toEqual(order);
    expect([...markdown(session).matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(order);
    expect(text(session, false)).not.toContain('== Notes ==');
  });
  it('says the same in Markdown as in plain text, notes and reasons too', () => {
    const begun = addNextStep(aSession({ decision: aNotYet(), notes: [aNote()] }), at);
    const session = skipQuestion(begun, 'situation-people', 'no time', at);
    const words = (said: string) => said.toLowerCase().match(/[a-z0-9]+/g);
    expect(words(markdown(session))).toEqual(words(text(session)));
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
  it('differs between yes and no in that one word, in both ways of writing', () => {
    for (const write of [text, markdown]) {
      const [yes, no] = [write(aSession({ decision: aYes() })), write(aSession({ decision: aNo() }))];
      expect(no).not.toBe(yes);
      expect(no.replace('No\n', 'Yes\n')).toBe(yes);
    }
  });
  it('tells the day of the talk as it was where its reader is', () => {
    const late = aSession({ startedAt: '2026-03-02T23:30:00.000Z' });
    const in_ = (timeZone: string) => summaryText(summary(aPlaybook(), late, t, { ...options, timeZone }));
    expect(in_('Europe/Zagreb')).toContain('Date: March 3, 2026');
    expect(in_('America/Lima')).toContain('Date: March 2, 2026');
    expect(summaryText(summary(aPlaybook(), late, t, { notes: true, locale: 'en' }))).toMatch(/Date: March [23], 2026/);
  });
  it('names people by role, shows an option of ours once it is weighed, and dissent', () => {
    const [leave, elsewhere, ours] = aYes().options;
    if (!leave || !elsewhere || !ours) throw new Error('no options');
    const blank = { ...ours, good: '', bad: '' };
    const said = (option: typeof ours) =>
      text(aSession({ decision: aNo({ options: [leave, elsewhere, option], dissent: 'Davor would wait.' }) }));
    expect(said(ours)).toContain('- Do it with us\n  - Good: no work\n  - Bad: the risk stays');
    expect(said(blank)).not.toContain('Do it with us');
    expect(said({ ...blank, title: 'A trial' })).toContain('- A trial');
    expect(said(ours)).toContain('Dissent: Davor would wait.');
    expect(text(aSession({ people: [{ id: aSession().id, name: 'Ines', role: '', side: 'client' }] }))).toContain(
      'People: Ines\n',
    );
  });
  it('holds no address of anyone, and nothing of their self-check', () => {
    const [first] = aSession().people;
    if (!first) throw new Error('nobody');
    const answered = [{ id: 'today', stage: 'situation' as const, question: 'What happens?', answer: 'It stops.' }];
    const { id, startedAt: sentAt } = aSession();
    const selfCheck = { id, team: 't', title: 'A check', organisation: '', sentAt, answered, talkedAbout: [] };
    const said = text(
      aSession({
        client: { name: 'Harbour Hotels', domain: 'harbour.example' },
        people: [{ ...first, email: 'ljerka@harbour.example' }],
        selfCheck,
      }),
    );
    expect(said).not.toMatch(/@|harbour\.example/);
    expect(said).not.toContain('It stops.');
  });
  it('says whether they confirmed what was played back', () => {
    const played = (confirmed: boolean) =>
      text(aSession({ decision: aNo({ playback: { text: 'One rack.', confirmed } }) }));
    expect(played(true)).toContain('Played back: One rack.\nThey confirmed it.');
    expect(played(false)).toContain('Played back: One rack.\nNot marked as confirmed.');
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
    expect(markdown(session)).not.toContain('A deadline of ours');
  });
  it('keeps why a question was skipped with the notes, and that it was skipped always', () => {
    const session = skipQuestion(aSession(), 'situation-people', 'he seemed cross', at);
    expect(text(session)).toContain('(skipped: he seemed cross)');
    expect(text(session, false)).toContain('(skipped)');
    expect(text(session, false)).not.toContain('cross');
  });
  it('loses no note whose question the playbook does not know', () => {
    expect(text(aSession({ notes: [aNote({ questionId: 'of-another-version' })] }))).toContain(
      'Free notes:\n\nsign today or lose it',
    );
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
  it('has headings, facts, lists and text, one under the other', () => {
    let session = askQuestion(
      aSession({ client: { name: 'Harbour\nHotels' }, notes: [aNote()] }),
      'situation-today',
      at,
    );
    session = writeDecision(session, aNo(), at);
    const said = markdown(session);
    expect(said).toMatch(/^# Harbour Hotels\n\n\*\*Topic:\*\* Backups\n\n/);
    expect(said).toContain('\n\n## Decision\n\n**Decided:** No\n\n');
    expect(said).toContain('\n\n## Objectives it serves\n\n- Open in high season whatever happens\n\n');
    expect(said).toContain('\n\n- Leave it as it is\n  - **Good:** no work\n  - **Bad:** the risk stays\n- Do it');
    expect(said).toMatch(/\n## Notes\n\n### .*\n\nsign today or lose it\n$/);
  });
  it('keeps what was typed in several lines in its item', () => {
    const [leave, ...others] = aNo().options;
    if (!leave) throw new Error('no options');
    const options = [{ ...leave, good: 'no work\n- no risk' }, ...others];
    expect(markdown(aSession({ decision: aNo({ options }) }))).toContain(
      '  - **Good:** no work  \n    \\- no risk\n  - **Bad:**',
    );
  });
  it.each([
    ['- a', '\\- a'],
    ['1. a', '1\\. a'],
    ['a\nb', 'a  \nb'],
    ['---', '\\---'],
    ['===', '\\==='],
    ['12) a', '12\\) a'],
    ['a\r\rb', 'a  \n  \nb'],
    ['\t  code', '\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0code'],
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
