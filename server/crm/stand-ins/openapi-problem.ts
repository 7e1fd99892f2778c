import { Ajv } from 'ajv';
import type { AskedOf } from './pipedrive-requests';

/** As much of an OpenAPI 3 file as requests are checked by. */
export type OpenApi = { paths: Record<string, Record<string, Operation | undefined>>; components?: unknown };
type Schema = Record<string, unknown>;
type Parameter = { in: string; name: string; required?: boolean; description?: string; schema?: Schema };
type Operation = {
  parameters?: Parameter[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
};

/**
 * Checks requests against a vendor's own file, and stricter than it: what an object does not name is refused, where the file
 * would let it pass. `base` is what stands before its paths.
 */
export function openApiProblem(file: OpenApi, base: string): (asked: AskedOf) => string | null {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  const coercing = new Ajv({ strict: false, validateFormats: false, allErrors: true, coerceTypes: true });
  const paths = Object.entries(file.paths).map(([path, operations]) => ({
    pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
    variables: path.split('{').length,
    operations,
  }));
  return ({ method, path, query, body }) => {
    const own = path.startsWith(base) ? path.slice(base.length) : '';
    // `/persons/search` is not the person called search.
    const [first] = paths
      .filter(({ pattern }) => pattern.test(own))
      .toSorted((one, two) => one.variables - two.variables);
    const operation = first?.operations[method.toLowerCase()];
    if (!operation) return `no such operation: ${method} ${path}`;
    const queryProblem = problemOfQuery(coercing, file, operation.parameters ?? [], query);
    if (queryProblem) return queryProblem;
    const schema = operation.requestBody?.content?.['application/json']?.schema;
    if (!schema) return body === undefined ? null : `no body: ${method} ${path}`;
    const check = ajv.compile(strict(file, schema));
    return check(body) ? null : ajv.errorsText(check.errors);
  };
}

function problemOfQuery(ajv: Ajv, file: OpenApi, parameters: Parameter[], query: Readonly<Record<string, string>>) {
  const known = parameters.filter(({ in: where }) => where === 'query');
  const unknown = Object.keys(query).find((name) => !known.some((parameter) => parameter.name === name));
  if (unknown !== undefined) return `no such parameter: ${unknown}`;
  for (const { name, required, description = '', schema = {} } of known) {
    const given = query[name];
    if (given === undefined) {
      if (required) return `missing: ${name}`;
      continue;
    }
    const check = ajv.compile({ type: 'object', properties: { value: strict(file, schema) } });
    const values = /comma-separated/i.test(description) ? given.split(',') : [given];
    if (!values.every((value) => check({ value }))) return `${name}: ${ajv.errorsText(check.errors)}`;
  }
  return null;
}

/** References followed, parts put together, and nothing beside what is named. */
function strict(file: OpenApi, schema: Schema): Schema {
  if (typeof schema.$ref === 'string') return strict(file, followed(file, schema.$ref));
  if (Array.isArray(schema.allOf)) {
    const { allOf, ...own } = schema;
    return (allOf as Schema[]).map((part) => strict(file, part)).reduce(together, strict(file, own));
  }
  const { properties, items, description: _, example: __, ...others } = schema;
  const of = (part: unknown) => strict(file, part as Schema);
  return {
    ...others,
    ...(items !== undefined && { items: of(items) }),
    ...(properties !== undefined && {
      properties: Object.fromEntries(Object.entries(properties as Schema).map(([name, part]) => [name, of(part)])),
      additionalProperties: false,
    }),
  };
}

function together(one: Schema, two: Schema): Schema {
  return {
    ...one,
    ...two,
    ...(one.properties || two.properties
      ? { properties: { ...(one.properties as Schema), ...(two.properties as Schema) }, additionalProperties: false }
      : {}),
    ...(one.required || two.required
      ? { required: [...((one.required as string[]) ?? []), ...((two.required as string[]) ?? [])] }
      : {}),
  };
}

function followed(file: OpenApi, reference: string): Schema {
  const parts = reference.replace(/^#\//, '').split('/');
  return parts.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], file) as Schema;
}
