import { createHash, randomBytes } from 'node:crypto';

/** What is stored instead of a secret of 128 or more random bits. Such a secret needs no salt and no slow hash. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** 256 random bits, safe in an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
