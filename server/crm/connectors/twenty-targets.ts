import * as z from 'zod/mini';
import type { ItemKind, RecordKind } from '../connector';
import { CrmError } from '../crm-error';
import type { Ask } from '../vendor';

const OpenApi = z.looseObject({
  components: z.looseObject({
    schemas: z.record(z.string(), z.looseObject({ properties: z.nullish(z.record(z.string(), z.unknown())) })),
  }),
});

/** In which field of a link the record stands. */
export type TargetNames = (kind: ItemKind, of: RecordKind) => string;

/** As its newer versions call them. */
export const usualNames: TargetNames = (_kind, of) => namesOf(of)[0];

/** What the workspace says of itself: its fields differ from version to version. One that we cannot write to is said so at once. */
export async function learnTargetNames(ask: Ask): Promise<TargetNames> {
  const { components } = await ask({ method: 'GET', path: '/open-api/core', effect: 'read', answer: OpenApi });
  const fieldsOf = (schema: string) => Object.keys(components.schemas[schema]?.properties ?? {});
  const names = (kind: ItemKind, of: RecordKind): string | undefined => {
    const known = fieldsOf(kind === 'note' ? 'NoteTarget' : 'TaskTarget');
    return namesOf(of).find((name) => known.includes(name));
  };
  for (const kind of ['note', 'task'] as const) {
    const isKnown = fieldsOf(kind === 'note' ? 'Note' : 'Task').includes('bodyV2');
    if (!isKnown || !names(kind, 'person') || !names(kind, 'company'))
      throw new CrmError('config', { code: 'version-unknown' });
  }
  return (kind, of) => names(kind, of) ?? usualNames(kind, of);
}

function namesOf(of: RecordKind): [string, string] {
  return [`target${of.charAt(0).toUpperCase()}${of.slice(1)}Id`, `${of}Id`];
}
