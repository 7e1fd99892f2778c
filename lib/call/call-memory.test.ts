import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readCall, rememberCall, watchCall } from './call-memory';

beforeEach(() => fakeBrowser.reset());

it('remembers the call of each window, and forgets none for another', async () => {
  await rememberCall(1, { url: 'https://meet.google.com/abc-defg-hij', title: 'Meet - Kite' });
  await rememberCall(2, {});
  expect(await readCall(1)).toEqual({ kind: 'meet', host: 'meet.google.com', client: '', title: 'Kite' });
  expect(await readCall(2)).toMatchObject({ kind: 'none' });
  expect(await readCall(3)).toBeNull();
});

it('tells the panel when it is opened beside another call', async () => {
  const heard: (string | undefined)[] = [];
  const stop = watchCall(1, (call) => heard.push(call?.kind));
  await rememberCall(1, { url: 'https://whereby.com/kite' });
  await rememberCall(2, { url: 'https://whereby.com/kite' });
  await fakeBrowser.storage.session.set({ 'call:1': 'odd' });
  stop();
  await rememberCall(1, {});
  expect(heard).toEqual(['whereby', undefined]);
});
