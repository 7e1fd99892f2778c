import * as z from 'zod/mini';
import type { ItemKind } from '../connector';
import { CrmError } from '../crm-error';
import type { Ask } from '../vendor';

/** Our own property of notes and tasks, by which HubSpot keeps one record a key. */
export const KEY_PROPERTY = 'eitherway_key';
export const OBJECTS = { note: 'notes', task: 'tasks' } as const;

const Property = z.looseObject({ hasUniqueValue: z.nullish(z.boolean()), groupName: z.nullish(z.string()) });

export type HubspotKeys = {
  /** Whether HubSpot keeps our key of these unique. Asked once. */
  isUnique(kind: ItemKind): Promise<boolean>;
  /** Makes the property where it is not there. */
  prepare(): Promise<boolean>;
};

export function hubspotKeys(ask: Ask): HubspotKeys {
  const known = new Map<ItemKind, boolean>();
  const read = async (kind: ItemKind, name: string) => {
    const path = `/crm/v3/properties/${OBJECTS[kind]}/${name}`;
    return unless(['gone', 'config'], ask({ method: 'GET', path, effect: 'read', answer: Property }));
  };
  const create = async (kind: ItemKind) => {
    // Groups differ by kind and account: the one of a property that is always there.
    const beside = await read(kind, 'hs_timestamp');
    const made = await unless(
      ['bad', 'config', 'gone'],
      ask({
        method: 'POST',
        path: `/crm/v3/properties/${OBJECTS[kind]}`,
        json: {
          name: KEY_PROPERTY,
          label: 'Eitherway key',
          description: 'Keeps what Eitherway wrote from being written twice. Do not change it.',
          groupName: beside?.groupName ?? `${OBJECTS[kind]}information`,
          type: 'string',
          fieldType: 'text',
          hasUniqueValue: true,
        },
        effect: 'repeatable',
        answer: Property,
      }),
    );
    // Refused: not unique here, no right, or made by someone else a moment ago.
    return made ?? (await read(kind, KEY_PROPERTY));
  };
  const look = async (kind: ItemKind, make: boolean) => {
    const there = (await read(kind, KEY_PROPERTY)) ?? (make ? await create(kind) : null);
    known.set(kind, there?.hasUniqueValue === true);
    return there?.hasUniqueValue === true;
  };
  return {
    isUnique: async (kind) => known.get(kind) ?? look(kind, false),
    prepare: async () => {
      const note = await look('note', true);
      return (await look('task', true)) && note;
    },
  };
}

/** What was asked, or null after a failure of these kinds. */
export async function unless<T>(kinds: readonly CrmError['kind'][], asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof CrmError && kinds.includes(error.kind)) return null;
    throw error;
  }
}
