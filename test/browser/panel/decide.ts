import type { Page } from 'puppeteer-core';
import { disclose, find, press, sees, t, write, writeDay } from '../screen';

/** What the form of the decision holds; what is left out stays as it is. */
export type DecisionWords = {
  outcome?: 'outcomeYes' | 'outcomeNo' | 'outcomeNotYet';
  to?: string;
  reason?: string;
  missing?: string;
  lookAgainOn?: string;
  objectives?: string;
  leave?: { good: string; bad: string };
  elsewhere?: { good: string; bad: string };
  playback?: string;
  tookPart?: readonly string[];
};

export async function writeDecision(panel: Page, words: DecisionWords): Promise<void> {
  if (words.leave) await weigh(panel, t('optionLeave'), words.leave);
  if (words.elsewhere) await weigh(panel, t('optionElsewhere'), words.elsewhere);
  if (words.playback !== undefined) await write(panel, t('decidePlaybackText'), words.playback);
  if (words.outcome) await chooseOutcome(panel, words.outcome);
  if (words.to !== undefined) await write(panel, t('decideTo'), words.to);
  if (words.reason !== undefined) await write(panel, t('decideReason'), words.reason);
  if (words.missing !== undefined) await write(panel, t('decideMissing'), words.missing);
  if (words.lookAgainOn !== undefined) await writeDay(panel, t('decideLookAgain'), words.lookAgainOn);
  if (words.objectives !== undefined) await write(panel, t('decideObjectives'), words.objectives);
  for (const name of words.tookPart ?? []) await press(panel, 'checkbox', name);
}

export async function chooseOutcome(panel: Page, outcome: 'outcomeYes' | 'outcomeNo' | 'outcomeNotYet'): Promise<void> {
  await press(panel, 'radio', t(outcome));
}

export async function weigh(panel: Page, option: string, words: { good: string; bad: string }): Promise<void> {
  const group = await find(panel, 'group', option);
  await write(panel, t('optionGood'), words.good, group);
  await write(panel, t('optionBad'), words.bad, group);
}

export async function addNextStep(panel: Page, step: { text: string; name: string; day: string }): Promise<void> {
  await press(panel, 'button', t('nextStepAdd'));
  const group = await find(panel, 'group', t('nextStepNumber', { number: 1 }));
  await write(panel, t('nextStepText'), step.text, group);
  const name = await group.waitForSelector(`input[list]`);
  await name?.focus();
  await panel.keyboard.type(step.name);
  await writeDay(panel, t('nextStepDate'), step.day, group);
}

/** Finishes and waits for the summary. */
export async function finish(panel: Page): Promise<void> {
  await press(panel, 'button', t('finishSession'));
  await sees(panel, t('summaryCopyMarkdown'));
}

/** Tries to finish and gives the sentences that say what is missing. */
export async function tryToFinish(panel: Page): Promise<string[]> {
  await press(panel, 'button', t('finishSession'));
  await panel.waitForSelector('[role="status"] li a, [role="alert"] li a, main li a');
  return await panel.$$eval('main li a', (links) => links.map((link) => link.textContent ?? ''));
}

export async function finishWithoutDecision(panel: Page, reason: string): Promise<void> {
  await disclose(panel, t('finishWithout'));
  await write(panel, t('finishWithoutReason'), reason);
  await press(panel, 'button', t('finishWithoutButton'));
  await sees(panel, t('summaryCopyMarkdown'));
}
