import type { DBAdapter, Where } from 'better-auth';
import { secretHash } from './secret-hash';

/** Fields of better-auth that would let their reader act as someone else. */
const SECRET_FIELDS: Record<string, string> = { session: 'token', deviceCode: 'deviceCode' };

type Row = Record<string, unknown>;
// biome-ignore lint/suspicious/noExplicitAny: the adapter's methods are generic in the model; this wrapper treats them alike
type AnyAdapter = Record<string, any>;

/**
 * Wraps a database adapter of better-auth so that session tokens and device codes lie in the database as SHA-256 only.
 * Rows come back with the token by which they were asked for; rows of lists carry the hash, which opens nothing.
 */
export function withHashedTokens<Options>(make: (options: Options) => DBAdapter): (options: Options) => DBAdapter {
  return (options) => wrap(make(options) as unknown as AnyAdapter) as unknown as DBAdapter;
}

function wrap(inner: AnyAdapter): AnyAdapter {
  const byWhere = (method: string) => async (input: { model: string; where?: Where[]; update?: Row; set?: Row }) => {
    const field = SECRET_FIELDS[input.model];
    if (!field) return inner[method](input);
    const { where, asked } = hashWhere(input.where, field);
    const answer = await inner[method]({ ...input, ...(where && { where }), ...hashRow(input, 'update', field) });
    return restore(answer, field, asked);
  };
  return {
    ...inner,
    create: async (input: { model: string; data: Row }) => {
      const field = SECRET_FIELDS[input.model];
      if (!field) return inner.create(input);
      const secret = input.data[field];
      const row = await inner.create({ ...input, ...hashRow(input, 'data', field) });
      return row && { ...row, [field]: secret };
    },
    findOne: byWhere('findOne'),
    findMany: byWhere('findMany'),
    count: byWhere('count'),
    update: byWhere('update'),
    updateMany: byWhere('updateMany'),
    delete: byWhere('delete'),
    deleteMany: byWhere('deleteMany'),
    consumeOne: byWhere('consumeOne'),
    incrementOne: byWhere('incrementOne'),
    transaction: (work: (trx: AnyAdapter) => unknown) => inner.transaction((trx: AnyAdapter) => work(wrap(trx))),
  };
}

/** The same conditions with hashes, and the way back from hash to what was asked for. */
function hashWhere(where: Where[] | undefined, field: string) {
  const asked = new Map<string, string>();
  const hash = (value: unknown) => {
    if (typeof value !== 'string') return value;
    const hashed = secretHash(value);
    asked.set(hashed, value);
    return hashed;
  };
  const hashed = where?.map((condition) =>
    condition.field === field
      ? {
          ...condition,
          value: (Array.isArray(condition.value) ? condition.value.map(hash) : hash(condition.value)) as Where['value'],
        }
      : condition,
  );
  return { where: hashed, asked };
}

function hashRow(input: object, key: 'data' | 'update', field: string): object {
  const row = (input as Record<string, Row | undefined>)[key];
  const secret = row?.[field];
  return typeof secret === 'string' ? { [key]: { ...row, [field]: secretHash(secret) } } : {};
}

function restore(answer: unknown, field: string, asked: Map<string, string>): unknown {
  if (Array.isArray(answer)) return answer.map((row) => restore(row, field, asked));
  if (answer === null || typeof answer !== 'object') return answer;
  const row = answer as Row;
  const secret = typeof row[field] === 'string' ? asked.get(row[field]) : undefined;
  return secret === undefined ? row : { ...row, [field]: secret };
}
