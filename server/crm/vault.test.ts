import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createVault, vaultKeys } from './vault';

const PLACE = { teamId: 't-1', column: 'crm_connection.secret', id: 'c-1' };
const [one, two] = [randomBytes(32), randomBytes(32)];

it('gives back what was sealed, and never seals the same twice alike', () => {
  const vault = createVault([one]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const sealed = vault.seal(text, PLACE);
      expect(vault.open(sealed, PLACE)).toBe(text);
      expect(vault.seal(text, PLACE)).not.toBe(sealed);
      expect(sealed).not.toContain(text.length > 8 ? text : '\u0000');
    }),
  );
});

it.each([
  ['another team', { teamId: 't-2' }],
  ['another column', { column: 'crm_consent.verifier' }],
  ['another row', { id: 'c-2' }],
])('does not open at %s', (_, change) => {
  const vault = createVault([one]);
  expect(() => vault.open(vault.seal('secret', PLACE), { ...PLACE, ...change })).toThrow();
});

it('does not open what was changed by a bit', () => {
  const vault = createVault([one]);
  const sealed = vault.seal('secret', PLACE);
  const bytes = Buffer.from(sealed.split('.')[2] ?? '', 'base64url');
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    const text = [...sealed.split('.').slice(0, 2), changed.toString('base64url')].join('.');
    expect(() => vault.open(text, PLACE)).toThrow();
  }
});

it('opens with the key before while keys are changed, and says that it is to be sealed anew', () => {
  const before = createVault([one]).seal('secret', PLACE);
  const between = createVault([two, one]);
  expect(between.open(before, PLACE)).toBe('secret');
  expect(between.isOld(before)).toBe(true);
  expect(between.isOld(between.seal('secret', PLACE))).toBe(false);
  expect(() => createVault([two]).open(before, PLACE)).toThrow();
});

it('takes keys as they are given, or one made of the secret of the server', () => {
  expect(vaultKeys(`${two.toString('base64')},${one.toString('base64')}`, 'x').map((key) => Buffer.from(key))).toEqual([
    two,
    one,
  ]);
  const [made] = vaultKeys(undefined, 'a secret of the server');
  expect(made).toHaveLength(32);
  expect(vaultKeys(undefined, 'a secret of the server')[0]).toEqual(made);
  expect(() => createVault([new Uint8Array(16)])).toThrow();
});
