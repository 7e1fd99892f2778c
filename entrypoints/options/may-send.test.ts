import { afterEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { maySend } from './may-send';

afterEach(() => vi.restoreAllMocks());

it('asks nothing in Chromium, where signing in is the consent', async () => {
  const asked = vi.spyOn(browser.permissions, 'request');
  expect(await maySend(false)).toBe(true);
  expect(asked).not.toHaveBeenCalled();
});

it.each([true, false])('goes by the answer in Firefox: %s', async (answer) => {
  const asked = vi.spyOn(browser.permissions, 'request').mockResolvedValue(answer as never);
  expect(await maySend(true)).toBe(answer);
  expect(asked).toHaveBeenCalledWith({
    data_collection: ['authenticationInfo', 'personalCommunications', 'personallyIdentifyingInfo'],
  });
});
