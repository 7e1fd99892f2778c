import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Launched, launchWithExtension, openPanel, until } from '../browser';
import { underlined } from '../browser/panel/flags';
import { noteLines, typeNote, waitUntilSaved } from '../browser/panel/note';
import { leaveSession, startSession } from '../browser/panel/start';
import { DIAGNOSTIC, PUSHY } from '../browser/panel/two-sessions';

describe('two sessions about the same tills', () => {
  let launched: Launched;
  let panel: Page;
  beforeAll(async () => {
    launched = await launchWithExtension();
    panel = await openPanel(launched.browser);
  });
  afterAll(() => launched?.close());

  it('shows the flags of a pushy one while it is typed, line after line', async () => {
    await startSession(panel, { client: 'Crust & Sons' });
    const seen: number[] = [];
    for (const line of PUSHY) {
      await typeNote(panel, `${line}\n`);
      seen.push((await underlined(panel)).length);
    }
    const pieces = await until('most of its lines are flagged', async () => {
      const found = await underlined(panel);
      return found.length >= 6 ? found : null;
    });
    expect(pieces).toContain('anchor 60k, land at 45');
    expect(seen.at(0)).toBe(0);
    expect(seen.at(-1)).toBeGreaterThan(2);
  });
  it('stays calm in a diagnostic one', async () => {
    await leaveSession(panel);
    await startSession(panel, { client: 'Crust & Daughters' });
    await typeNote(panel, `${DIAGNOSTIC.join('\n')}\nanchor 60k, land at 45\n`);
    // The last line is an agenda: when it is flagged, the lines above it have been looked at.
    const pieces = await until('the last line is flagged', async () => {
      const found = await underlined(panel);
      return found.length > 0 ? found : null;
    });
    await waitUntilSaved(panel);
    expect(pieces).toEqual(['anchor 60k, land at 45']);
    expect((await noteLines(panel)).length).toBeGreaterThan(DIAGNOSTIC.length);
  });
});
