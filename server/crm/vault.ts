import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps secrets of connections: AES-256-GCM, each value bound to its team and column. */
export type Vault = {
  seal(plain: string, place: Place): string;
  /** Throws when it was changed, moved to another place, or sealed by a key that is not there any more. */
  open(sealed: string, place: Place): string;
  /** Whether it was sealed by another key than the newest, and is to be sealed anew. */
  isOld(sealed: string): boolean;
};
export type Place = { teamId: string; column: string; id: string };

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** `keys`: 32 bytes each, the newest first; a second one still opens what it sealed while keys are changed. */
export function createVault(keys: readonly Uint8Array[]): Vault {
  const known = keys.map((key) => ({ id: createHash('sha256').update(key).digest('hex').slice(0, 8), key }));
  const [newest] = known;
  if (!newest || known.some(({ key }) => key.length !== 32)) throw new Error('A key to seal with has 32 bytes.');
  return {
    seal(plain, place) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', newest.key, nonce).setAAD(bound(place));
      const sealed = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `v1.${newest.id}.${sealed.toString('base64url')}`;
    },
    open(sealed, place) {
      const [form, id, text = ''] = sealed.split('.');
      const key = known.find((each) => each.id === id)?.key;
      const bytes = Buffer.from(text, 'base64url');
      if (form !== 'v1' || !key || bytes.length < NONCE_BYTES + TAG_BYTES) throw new Error('no key opens this');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES))
        .setAAD(bound(place))
        .setAuthTag(bytes.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString();
    },
    isOld: (sealed) => sealed.split('.')[1] !== newest.id,
  };
}

function bound({ teamId, column, id }: Place): Buffer {
  return Buffer.from(JSON.stringify([teamId, column, id]));
}

/** Keys given as base64, separated by commas, newest first; without any, one made of the secret of the server. */
export function vaultKeys(given: string | undefined, secret: string): Uint8Array[] {
  if (given) return given.split(',').map((key) => Buffer.from(key.trim(), 'base64'));
  return [new Uint8Array(hkdfSync('sha256', secret, '', 'eitherway: secrets of connections', 32))];
}
