import * as z from 'zod/mini';
import type { Field, FieldType, RecordKind, Value } from '../connector';
import type { Ask } from '../vendor';
import { RECORDS } from './hubspot-items';

const Property = z.looseObject({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  fieldType: z.nullish(z.string()),
  hidden: z.nullish(z.boolean()),
  calculated: z.nullish(z.boolean()),
  modificationMetadata: z.nullish(z.looseObject({ readOnlyValue: z.nullish(z.boolean()) })),
  options: z.nullish(z.array(z.looseObject({ value: z.string(), label: z.string(), hidden: z.nullish(z.boolean()) }))),
});
const Listed = z.looseObject({ results: z.array(Property) });

const TYPES: Readonly<Record<string, FieldType>> = {
  string: 'text',
  phone_number: 'text',
  number: 'number',
  date: 'date',
  bool: 'boolean',
  enumeration: 'choice',
};

/** Fields with a time of day, and those that are the sum of others, are left out. */
export async function hubspotFields(ask: Ask, of: RecordKind): Promise<Field[]> {
  const path = `/crm/v3/properties/${RECORDS[of]}`;
  const { results } = await ask({ method: 'GET', path, effect: 'read', answer: Listed });
  return results.flatMap(({ name, label, type, fieldType, hidden, calculated, modificationMetadata, options }) => {
    const ours = fieldType === 'booleancheckbox' ? 'boolean' : TYPES[type];
    if (!ours || hidden) return [];
    return {
      name,
      label,
      type: ours,
      options:
        ours === 'choice'
          ? (options ?? []).filter((option) => !option.hidden).map(({ value, label }) => ({ value, label }))
          : [],
      maxLength: ours === 'text' ? 65_536 : null,
      writable: !calculated && modificationMetadata?.readOnlyValue !== true,
    };
  });
}

/** HubSpot keeps every value as text; an empty one clears it. */
export function hubspotValues(values: Readonly<Record<string, Value>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === null ? '' : String(value)]));
}
