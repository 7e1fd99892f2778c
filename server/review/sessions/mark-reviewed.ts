import { contentOf } from '../api/answer';

type Done = Response & { ok: true; status: 204 };

/** Marks the revision that was seen as reviewed, or takes that back. */
export function markReviewed(id: string, revision: number): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ revision });
  return contentOf(fetch(`/api/sessions/${id}/reviewed`, { method: 'PUT', headers, body }) as Promise<Done>);
}

export function unmarkReviewed(id: string): Promise<unknown> {
  return contentOf(fetch(`/api/sessions/${id}/reviewed`, { method: 'DELETE' }) as Promise<Done>);
}
