import type { Page } from 'puppeteer-core';
import { disclose, find, press, sees, t, write } from '../screen';

/** The question that stands large. */
export async function currentQuestion(panel: Page): Promise<string> {
  const heading = await panel.waitForSelector('article h2');
  return (await heading?.evaluate((element) => element.textContent)) ?? '';
}

export async function nextQuestion(panel: Page): Promise<void> {
  const before = await currentQuestion(panel);
  await press(panel, 'button', t('sequenceNext'));
  await panel.waitForFunction((old) => document.querySelector('article h2')?.textContent !== old, {}, before);
}

export async function markAsked(panel: Page): Promise<void> {
  await press(panel, 'button', t('questionAsked'));
  await sees(panel, t('sequenceMarkedAsked'));
}

export async function skip(panel: Page, reason: string): Promise<void> {
  await press(panel, 'button', `${t('questionSkip')}…`);
  await write(panel, t('questionSkipReason'), reason);
  await press(panel, 'button', t('questionSkip'));
  await sees(panel, t('sequenceMarkedSkipped'));
}

export async function markNotRelevant(panel: Page): Promise<void> {
  await press(panel, 'button', t('questionNotRelevant'));
  await sees(panel, t('sequenceMarkedNotRelevant'));
}

export async function addOwnQuestion(panel: Page, text: string): Promise<void> {
  await disclose(panel, t('sequenceAddQuestion'));
  await write(panel, t('sequenceOwnQuestion'), text);
  await press(panel, 'button', t('sequenceAdd'));
  await sees(panel, text);
}

/** Goes to a stage by its title, through the list of all stages. */
export async function goToStage(panel: Page, title: string): Promise<void> {
  await disclose(panel, t('sequenceStagesShow'));
  const stages = await find(panel, 'navigation', t('sequenceStages'));
  for (const stage of await stages.$$('button')) {
    if (!(await stage.evaluate((element) => element.textContent ?? '')).includes(title)) continue;
    await stage.click();
    return;
  }
  throw new Error(`no stage "${title}"`);
}

export async function goToDecision(panel: Page): Promise<void> {
  await press(panel, 'button', t('viewDecide'));
  await sees(panel, t('decideTogether'));
}
