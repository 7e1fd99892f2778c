import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { englishTexts } from '@/components/ui/english-texts';
import { addNextStep, writeDecision } from '@/lib/session/decide';
import { askQuestion, skipQuestion } from '@/lib/session/questions';
import { summary } from '@/lib/session/summary';
import { summaryText } from '@/lib/session/summary-text';
import { aNote, aNotYet, anAt, aPlaybook, aSession } from '@/test/fixtures';
import { SummaryPaper } from './summary-paper';

afterEach(cleanup);

const at = anAt();
let session = askQuestion(aSession({ decision: aNotYet(), notes: [aNote()] }), 'situation-today', at);
session = addNextStep(skipQuestion(session, 'situation-people', 'no time', at), at);
const [step] = session.decision.nextSteps;
if (step) session = writeDecision(session, { nextSteps: [{ ...step, text: 'Restore test' }] }, at);
const whole = summary(aPlaybook(), session, englishTexts, { notes: true, locale: 'en' });

const words = (said: string) => said.toLowerCase().match(/[a-z0-9]+/g);

it('says what is copied, in the same order, but for the title, which the page has', () => {
  render(<SummaryPaper summary={whole} />);
  const spaced = [...document.querySelectorAll('h2, h3, p, li')]
    .flatMap((part) => [...part.childNodes].filter((node) => node.nodeName !== 'P'))
    .map((node) => node.textContent)
    .join(' ');
  expect(words(spaced)).toEqual(words(summaryText(whole.slice(1))));
});

it('has each option with its good and its bad inside, and the notes last', () => {
  render(<SummaryPaper summary={whole} />);
  const option = [...document.querySelectorAll('li')].find((one) => one.textContent?.startsWith('Leave it as it is'));
  expect([...(option?.querySelectorAll('p') ?? [])].map((one) => one.textContent)).toEqual([
    'Good: no work',
    'Bad: the risk stays',
  ]);
  const headings = [...document.querySelectorAll('h2')].map((one) => one.textContent);
  expect([headings[0], headings.at(-1)]).toEqual(['Decision', 'Notes']);
});

it('shows what was typed as text and nothing else', () => {
  render(<SummaryPaper summary={[{ kind: 'text', text: '<img src=x onerror=alert(1)>' }]} />);
  expect(document.querySelector('img')).toBeNull();
  expect(document.querySelector('p')?.textContent).toBe('<img src=x onerror=alert(1)>');
});
