import { changesBetween } from './changes';
import { partsOf, withCorrection } from './parts';
import type { RecordDocument } from './record';

type Version = { document: RecordDocument; madeOf: 'session' | 'correction' };

/**
 * A record made of a session anew, with the client's wordings that were taken over before. A wording stays as long as the
 * session says what it was suggested for; where the session says something else by now, that counts.
 */
export function carryOver(made: RecordDocument, versions: readonly Version[]): RecordDocument {
  let carried = made;
  versions.forEach(({ document, madeOf }, at) => {
    const earlier = versions[at - 1];
    if (madeOf !== 'correction' || !earlier) return;
    for (const { id, before, after } of changesBetween(earlier.document, document))
      if (partsOf(carried).some((part) => part.id === id && part.text === before))
        carried = withCorrection(carried, id, after) ?? carried;
  });
  return carried;
}
