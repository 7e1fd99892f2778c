import { expect, it } from 'vitest';
import { aPlaybook } from '@/test/fixtures';
import { aStore } from '@/test/fixtures/a-store';
import { recallPlaybook, rememberPlaybook } from './playbooks';

it('gives back the very version that a session began with', async () => {
  const store = await aStore();
  const [first, second] = [aPlaybook(), { ...aPlaybook(), version: 2, title: 'Second edition' }];
  expect(await rememberPlaybook(store, first)).toEqual({ kind: 'kept' });
  expect(await rememberPlaybook(store, second)).toEqual({ kind: 'kept' });
  expect(await recallPlaybook(store, { id: first.id, version: 1 })).toEqual(first);
  expect(await recallPlaybook(store, { id: first.id, version: 2 })).toEqual(second);
  expect(await recallPlaybook(store, { id: first.id, version: 3 })).toBeUndefined();
});

it('does not change a kept version under a session, and says when another text claims its place', async () => {
  const store = await aStore();
  await rememberPlaybook(store, aPlaybook());
  expect(await rememberPlaybook(store, aPlaybook())).toEqual({ kind: 'already' });
  expect(await rememberPlaybook(store, { ...aPlaybook(), title: 'Other' })).toEqual({
    kind: 'differs',
    kept: aPlaybook(),
  });
});
