import { expect, it } from 'vitest';
import { keepStorage, storageRoom } from './keep-storage';

const away = async () => {
  throw new Error('not here');
};

it.each([
  ['it already does', { persisted: async () => true }, 'kept'],
  ['it agrees', { persisted: async () => false, persist: async () => true }, 'kept'],
  ['it declines', { persisted: async () => false, persist: async () => false }, 'may-be-cleared'],
  ['it cannot be asked', {}, 'may-be-cleared'],
  ['it fails', { persisted: away }, 'may-be-cleared'],
])('knows whether the browser keeps the store when %s', async (_, storage, keeping) => {
  expect(await keepStorage(storage)).toBe(keeping);
});

it('tells how much room there is, or nothing where the browser does not', async () => {
  expect(await storageRoom({ estimate: async () => ({ usage: 3, quota: 10 }) })).toEqual({ used: 3, free: 7 });
  expect(await storageRoom({ estimate: async () => ({}) })).toBeNull();
  expect(await storageRoom({ estimate: away })).toBeNull();
  expect(await storageRoom({})).toBeNull();
});
