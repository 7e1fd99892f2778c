import { contentOf } from '../api/answer';
import { api } from '../api/api';

/** Marks the revision that was seen as reviewed. */
export function markReviewed(id: string, revision: number): Promise<unknown> {
  return contentOf(api.sessions[':id'].reviewed.$put({ param: { id }, json: { revision } }));
}

export function unmarkReviewed(id: string): Promise<unknown> {
  return contentOf(api.sessions[':id'].reviewed.$delete({ param: { id } }));
}
