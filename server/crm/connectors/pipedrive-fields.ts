import * as z from 'zod/mini';
import type { Field, FieldType, Link, RecordKind, Value } from '../connector';
import { CrmError } from '../crm-error';
import { fitValue } from '../fit-value';
import type { Ask } from '../vendor';
import { idOf, RECORD_PATHS } from './pipedrive-records';

const PATHS: Readonly<Record<RecordKind, string>> = {
  person: '/api/v2/personFields',
  company: '/api/v2/organizationFields',
  opportunity: '/api/v2/dealFields',
};
/** A money, a period or a list of several choices is more than one value, and is not offered. */
const TYPES: Readonly<Record<string, FieldType>> = {
  varchar: 'text',
  varchar_auto: 'text',
  text: 'text',
  int: 'number',
  double: 'number',
  date: 'date',
  enum: 'choice',
};
/** Characters of a text of one line; one of several lines holds whatever we write. */
const LINE = 255;

const Listed = z.looseObject({
  success: z.literal(true),
  data: z.nullish(
    z.array(
      z.looseObject({
        field_name: z.string(),
        field_code: z.string(),
        field_type: z.string(),
        is_custom_field: z.nullish(z.boolean()),
        options: z.nullish(z.array(z.looseObject({ id: z.union([z.number(), z.string()]), label: z.string() }))),
      }),
    ),
  ),
  additional_data: z.nullish(z.looseObject({ next_cursor: z.nullish(z.string()) })),
});
type Listed = z.infer<typeof Listed>;

/** Fields that the team added there; those of Pipedrive itself are left to people. */
export async function pipedriveFields(ask: Ask, of: RecordKind): Promise<Field[]> {
  const fields: Field[] = [];
  const seen = new Set<string | undefined>();
  let cursor: string | undefined;
  do {
    if (seen.has(cursor)) throw new CrmError('retry', { code: 'unreadable' });
    seen.add(cursor);
    const query = { limit: 500, cursor };
    const listed: Listed = await ask({ method: 'GET', path: PATHS[of], query, effect: 'read', answer: Listed });
    fields.push(...(listed.data ?? []).flatMap(fieldOf));
    cursor = listed.additional_data?.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return fields;
}

function fieldOf({
  field_name,
  field_code,
  field_type,
  is_custom_field,
  options,
}: NonNullable<Listed['data']>[number]): Field[] {
  const type = TYPES[field_type];
  if (!type || !is_custom_field) return [];
  return [
    {
      name: field_code,
      label: field_name,
      type,
      options: (options ?? []).map(({ id, label }) => ({ value: String(id), label })),
      maxLength: field_type.startsWith('varchar') ? LINE : null,
      writable: true,
    },
  ];
}

/** A choice is written by its number. */
export async function setPipedriveFields(
  ask: Ask,
  on: Link,
  values: Readonly<Record<string, Value>>,
  fields: readonly Field[],
): Promise<void> {
  const custom_fields: Record<string, Value> = {};
  for (const [name, value] of Object.entries(values)) {
    const field = fields.find((each) => each.name === name);
    const fitting = field && fitValue(field, value);
    if (fitting === undefined) throw new CrmError('config', { code: field ? 'value-does-not-fit' : 'no-such-field' });
    custom_fields[name] = field?.type === 'choice' && fitting !== null ? Number(fitting) : fitting;
  }
  const path = `${RECORD_PATHS[on.kind]}/${idOf(on.id)}`;
  await ask({ method: 'PATCH', path, json: { custom_fields }, effect: 'repeatable', answer: null });
}
