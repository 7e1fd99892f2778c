import * as z from 'zod/mini';

/** What we may ask of Pipedrive, written down by hand from what its OpenAPI files say, and stricter: a field that is not named is refused. */
type Form = { method: string; path: RegExp; query?: z.ZodMiniType; body?: z.ZodMiniType };

const Count = z.string().check(z.regex(/^\d+$/));
const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const Whole = z.int();
const Clearable = z.optional(z.nullable(Whole));
const Content = z.string().check(z.minLength(1), z.maxLength(100_000));
const NoteLinks = { person_id: Clearable, org_id: Clearable, deal_id: Clearable };
const Participants = z.optional(z.array(z.strictObject({ person_id: Whole, primary: z.boolean() })));
const Activity = {
  subject: z.optional(z.string().check(z.minLength(1), z.maxLength(255))),
  note: z.optional(Content),
  due_date: z.optional(z.nullable(Day)),
  org_id: Clearable,
  deal_id: Clearable,
  participants: Participants,
};
const At = {
  person_id: z.optional(Count),
  org_id: z.optional(Count),
  deal_id: z.optional(Count),
};
const Limit = { limit: z.optional(Count), cursor: z.optional(z.string()) };

export const PIPEDRIVE_REQUESTS: readonly Form[] = [
  { method: 'GET', path: /^\/api\/v1\/users\/me$/ },
  {
    method: 'GET',
    path: /^\/api\/v1\/notes$/,
    query: z.strictObject({ ...At, start_date: z.optional(Day), start: z.optional(Count), limit: z.optional(Count) }),
  },
  { method: 'POST', path: /^\/api\/v1\/notes$/, body: z.strictObject({ ...NoteLinks, content: Content }) },
  {
    method: 'PUT',
    path: /^\/api\/v1\/notes\/\d+$/,
    body: z.strictObject({ ...NoteLinks, content: z.optional(Content) }),
  },
  { method: 'DELETE', path: /^\/api\/v1\/notes\/\d+$/ },
  {
    method: 'GET',
    path: /^\/api\/v2\/activities$/,
    query: z.strictObject({
      ...At,
      ...Limit,
      updated_since: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/))),
    }),
  },
  {
    method: 'POST',
    path: /^\/api\/v2\/activities$/,
    body: z.strictObject({ ...Activity, type: z.string(), done: z.boolean() }),
  },
  { method: 'PATCH', path: /^\/api\/v2\/activities\/\d+$/, body: z.strictObject(Activity) },
  { method: 'DELETE', path: /^\/api\/v2\/activities\/\d+$/ },
  { method: 'GET', path: /^\/api\/v2\/persons$/, query: z.strictObject(Limit) },
  {
    method: 'GET',
    path: /^\/api\/v2\/persons\/search$/,
    query: z.strictObject({
      ...Limit,
      term: z.string().check(z.minLength(2)),
      fields: z.literal('email'),
      exact_match: z.literal('true'),
    }),
  },
  {
    method: 'GET',
    path: /^\/api\/v2\/organizations\/search$/,
    query: z.strictObject({
      ...Limit,
      term: z.string().check(z.minLength(2)),
      fields: z.literal('custom_fields,name'),
    }),
  },
  {
    method: 'POST',
    path: /^\/api\/v2\/persons$/,
    body: z.strictObject({
      name: z.string().check(z.minLength(1)),
      emails: z.array(z.strictObject({ value: z.string(), primary: z.boolean() })),
    }),
  },
  {
    method: 'PATCH',
    path: /^\/api\/v2\/(persons|organizations|deals)\/\d+$/,
    body: z.strictObject({
      custom_fields: z.record(z.string().check(z.regex(/^[0-9a-f]{40}$/)), z.union([z.string(), z.number(), z.null()])),
    }),
  },
  { method: 'GET', path: /^\/api\/v2\/(person|organization|deal)Fields$/, query: z.strictObject(Limit) },
];

export type AskedOf = { method: string; path: string; query: Readonly<Record<string, string>>; body: unknown };

/** Why a request is not one of Pipedrive's; null when it is. */
export function pipedriveProblem({ method, path, query, body }: AskedOf): string | null {
  const form = PIPEDRIVE_REQUESTS.find((each) => each.method === method && each.path.test(path));
  if (!form) return `no such request: ${method} ${path}`;
  for (const [schema, value] of [
    [form.query ?? z.strictObject({}), query],
    [form.body ?? z.undefined(), body],
  ] as const) {
    const read = z.safeParse(schema, value);
    if (!read.success) return z.prettifyError(read.error);
  }
  return null;
}
