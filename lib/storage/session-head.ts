import type { PlaybookRef } from '@/lib/playbooks/playbook';
import type { CallKind, Session } from '@/lib/session/session';
import type { UnreadableReason } from './read-document';

/** One row of the list of sessions. It says whether a decision was reached, never which: lists state no outcome. */
export type SessionHead = {
  id: string;
  /** The form of the document when this row was written; a row of another form is worked out anew. */
  form: number;
  revision: number;
  client: string;
  title: string;
  startedAt: string;
  updatedAt: string;
  finishedAt: string | null;
  /** Null when unreadable. */
  playbook: PlaybookRef | null;
  callKind: CallKind;
  decisionReached: boolean;
  /** Set when the document cannot be opened by this version: it stays, and can be exported as it is. */
  unreadable: UnreadableReason | null;
};

export function headOf(session: Session): SessionHead {
  return {
    id: session.id,
    form: session.form,
    revision: session.revision,
    client: session.client.name,
    title: session.title,
    startedAt: session.startedAt,
    updatedAt: session.updatedAt,
    finishedAt: session.finishedAt,
    playbook: session.playbook,
    callKind: session.call.kind,
    decisionReached: session.decision.outcome !== null,
    unreadable: null,
  };
}

/** The row of a document that cannot be opened: as much as can be read of it, guessed at nothing. */
export function unreadableHead(id: string, document: object, reason: UnreadableReason): SessionHead {
  const read = (key: string): unknown => (document as Record<string, unknown>)[key];
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const client = read('client');
  return {
    id,
    form: -1,
    revision: typeof read('revision') === 'number' ? (read('revision') as number) : 0,
    client: text(typeof client === 'object' && client !== null ? (client as { name?: unknown }).name : client),
    title: text(read('title')),
    startedAt: text(read('startedAt')),
    updatedAt: text(read('updatedAt')),
    finishedAt: text(read('finishedAt')) || null,
    playbook: null,
    callKind: 'none',
    decisionReached: false,
    unreadable: reason,
  };
}
