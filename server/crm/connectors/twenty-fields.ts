import * as z from 'zod/mini';
import type { Field, FieldType, Link, RecordKind, Value } from '../connector';
import { CrmError } from '../crm-error';
import { fitValue } from '../fit-value';
import type { Ask } from '../vendor';
import { mustBeId } from './twenty-items';

const PATHS: Readonly<Record<RecordKind, string>> = {
  person: '/people',
  company: '/companies',
  opportunity: '/opportunities',
};
const TYPES: Readonly<Record<string, FieldType>> = {
  TEXT: 'text',
  NUMBER: 'number',
  BOOLEAN: 'boolean',
  DATE: 'date',
  DATE_TIME: 'date',
  SELECT: 'choice',
};

const Flag = z.nullish(z.boolean());
const Objects = z.array(
  z.looseObject({
    nameSingular: z.string(),
    fields: z.array(
      z.looseObject({
        name: z.string(),
        label: z.string(),
        type: z.string(),
        isSystem: Flag,
        isActive: Flag,
        isUIReadOnly: Flag,
        options: z.nullish(z.array(z.looseObject({ value: z.string(), label: z.string() }))),
      }),
    ),
  }),
);
/** A list of objects, in a name of its own in older versions. */
const Metadata = z.looseObject({ data: z.union([z.looseObject({ objects: Objects }), Objects]) });

/** Which type at Twenty a field of ours has. */
type TwentyField = Field & { kept: string };

export async function twentyFields(ask: Ask, of: RecordKind): Promise<TwentyField[]> {
  const query = { limit: 200 };
  const { data } = await ask({ method: 'GET', path: '/metadata/objects', query, effect: 'read', answer: Metadata });
  const object = (Array.isArray(data) ? data : data.objects).find(({ nameSingular }) => nameSingular === of);
  return (object?.fields ?? []).flatMap(({ name, label, type, isSystem, isActive, isUIReadOnly, options }) => {
    const ours = TYPES[type];
    if (!ours || isSystem || isActive === false) return [];
    const choices = (options ?? []).map((each) => ({ value: each.value, label: each.label }));
    const more = { options: choices, maxLength: null, writable: isUIReadOnly !== true, kept: type };
    return [{ name, label, type: ours, ...more }];
  });
}

export async function setTwentyFields(
  ask: Ask,
  on: Link,
  values: Readonly<Record<string, Value>>,
  fields: readonly TwentyField[],
): Promise<void> {
  const json: Record<string, Value> = {};
  for (const [name, value] of Object.entries(values)) {
    const field = fields.find((each) => each.name === name);
    const fitting = field && fitValue(field, value);
    if (fitting === undefined) throw new CrmError('config', { code: field ? 'value-does-not-fit' : 'no-such-field' });
    json[name] = field?.kept === 'DATE_TIME' && fitting !== null ? `${fitting}T12:00:00.000Z` : fitting;
  }
  const path = `${PATHS[on.kind]}/${mustBeId(on.id)}`;
  await ask({ method: 'PATCH', path, json, effect: 'repeatable', answer: null });
}
