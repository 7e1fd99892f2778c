import { createHash } from 'node:crypto';
import { v5 } from 'uuid';

/** The namespace of our keys at CRMs, made once for Eitherway. */
const KEYS = '5f0c5a3e-54c1-5d1b-9f0e-0d6a8f1c2b77';

/** The same for the same thing at the same account, for ever; no other account's. */
export function itemKey(connectionId: string, sessionId: string, kind: string): string {
  return v5(`${connectionId.toLowerCase()}/${sessionId.toLowerCase()}/${kind}`, KEYS);
}

/** The page of a session, by which a note is found again; a next step's has its key as fragment, so that none is taken for another. */
export function itemUrl(origin: string, connectionId: string, sessionId: string, kind: string): string {
  const page = `${origin}/sessions/${sessionId}`;
  return kind === 'note' ? page : `${page}#${itemKey(connectionId, sessionId, kind)}`;
}

/** What a note is looked for by: the part of its page's address that stays when the server moves to another one. */
export function markOf(url: string): string {
  const { pathname, hash } = new URL(url);
  return pathname + hash;
}

export function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
