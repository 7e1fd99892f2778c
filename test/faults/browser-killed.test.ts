import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, ProtocolError } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Launched, launchWithExtension, openPanel, until } from '../browser';
import { enterNote, noteLines } from '../browser/panel/note';
import { openListed, startSession } from '../browser/panel/start';

/** What the product promises: milliseconds. */
const PROMISE = 250;
const CLIENT = 'Alpha Works';
/** When each round's browser is killed, in milliseconds after its first key was taken: soon, in mid-word, and after longer typing. */
const MOMENTS = [40, 300, 620, 1_150, 1_900, 3_300];
const WORDS = 'They count 14 failed night runs a month and nobody owns them yet; each costs half a day. ';

describe('a browser killed in the middle of typing', () => {
  let profile: string;
  let launched: Launched | null = null;

  /** A session under way, in a profile of its own. */
  async function begin(): Promise<void> {
    profile = await mkdtemp(join(tmpdir(), 'eitherway-killed-'));
    launched = await launchWithExtension({ userDataDir: profile });
    const panel = await openPanel(launched.browser);
    await startSession(panel, { client: CLIENT });
    await launched.close();
  }

  beforeAll(async () => {
    // A Chromium that does not answer its own protocol says nothing of us; another one is asked, once.
    await begin().catch(async (error: unknown) => {
      if (!(error instanceof ProtocolError)) throw error;
      await launched?.kill();
      await begin();
    });
  });
  afterEach(() => launched?.kill().catch(() => undefined));
  afterAll(async () => {
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

  it.each(MOMENTS)(
    `loses at most the last ${PROMISE} ms of keystrokes when it dies %i ms into a sentence`,
    async (moment) => {
      launched = await launchWithExtension({ userDataDir: profile });
      const panel = await reopen(launched);
      const before = (await noteLines(panel)).join('\n');
      await enterNote(panel);
      const typing = typeUntilTheEnd(panel);
      const killedAt = await typing.killAfter(moment, launched.kill);

      launched = await launchWithExtension({ userDataDir: profile });
      const after = (await noteLines(await reopen(launched))).join('\n');
      await launched.close();

      const typed = before + typing.keys.map(({ key }) => key).join('');
      const promised = before.length + typing.keys.filter(({ at }) => at < killedAt - PROMISE).length;
      expect(`${typed} `.startsWith(after.trimEnd())).toBe(true);
      expect(after.trimEnd().length).toBeGreaterThanOrEqual(typed.slice(0, promised).trimEnd().length);
    },
  );
});

async function reopen({ browser }: Launched): Promise<Page> {
  const panel = await openPanel(browser);
  await openListed(panel, CLIENT);
  return panel;
}

/** Types one key after the other and notes when the panel had taken each, until the browser is gone. */
function typeUntilTheEnd(panel: Page) {
  const keys: { key: string; at: number }[] = [];
  let ended = false;
  async function type(): Promise<void> {
    for (let index = 0; !ended; index++) {
      const key = WORDS.charAt(index % WORDS.length);
      await panel.keyboard.type(key);
      keys.push({ key, at: performance.now() });
    }
  }
  return {
    keys,
    async killAfter(moment: number, kill: () => Promise<void>): Promise<number> {
      const typing = type().catch(() => undefined);
      const first = await until('the first key is taken', () => keys[0], { every: 5 });
      await new Promise((resolve) => setTimeout(resolve, first.at + moment - performance.now()));
      const killedAt = performance.now();
      await kill();
      ended = true;
      await typing;
      return killedAt;
    },
  };
}
