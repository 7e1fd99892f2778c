import type { DBAdapter } from 'better-auth';
import { beforeEach, describe, expect, it } from 'vitest';
import { withHashedTokens } from './hashed-tokens';
import { secretHash } from './secret-hash';

type Row = Record<string, unknown>;
type Where = { field: string; value: unknown };
type Input = { model: string; data?: Row; update?: Row; where?: Where[] };

/** A database as small as it gets: one table a model, rows in memory. */
function aDatabase() {
  const tables: Record<string, Row[]> = { session: [], deviceCode: [], user: [] };
  const matching = ({ model, where = [] }: Input) =>
    (tables[model] ?? []).filter((row) =>
      where.every(({ field, value }) => (Array.isArray(value) ? value.includes(row[field]) : row[field] === value)),
    );
  const remove = (rows: Row[], model: string) => {
    tables[model] = (tables[model] ?? []).filter((row) => !rows.includes(row));
    return rows;
  };
  const adapter = {
    create: async ({ model, data }: Input) => {
      const row = { ...data };
      tables[model]?.push(row);
      return { ...row };
    },
    findOne: async (input: Input) => matching(input)[0] ?? null,
    findMany: async (input: Input) => matching(input),
    count: async (input: Input) => matching(input).length,
    update: async (input: Input) => {
      const [row] = matching(input);
      return row ? Object.assign(row, input.update) : null;
    },
    updateMany: async (input: Input) => matching(input).map((row) => Object.assign(row, input.update)).length,
    delete: async (input: Input) => void remove(matching(input).slice(0, 1), input.model),
    deleteMany: async (input: Input) => remove(matching(input), input.model).length,
    consumeOne: async (input: Input) => remove(matching(input).slice(0, 1), input.model)[0] ?? null,
    incrementOne: async (input: Input) => matching(input)[0] ?? null,
    transaction: async (work: (trx: unknown) => unknown) => work(adapter),
  };
  return { tables, adapter };
}

describe('tokens in the database', () => {
  let tables: Record<string, Row[]>;
  let adapter: DBAdapter;
  const at = (value: string | string[], field = 'token') =>
    [{ field, value, operator: 'eq', connector: 'AND' }] as never;
  const TOKEN = 'a-token-of-32-random-characters-';

  beforeEach(async () => {
    const made = aDatabase();
    tables = made.tables;
    adapter = withHashedTokens(() => made.adapter as unknown as DBAdapter)({});
    await adapter.create({ model: 'session', data: { id: 's1', token: TOKEN, userId: 'u1' } });
  });

  it('are hashes, while whoever made one is given the token itself', async () => {
    const made = await adapter.create<Row>({ model: 'session', data: { id: 's2', token: 'another', userId: 'u1' } });
    expect(made.token).toBe('another');
    expect(tables.session?.map((row) => row.token)).toEqual([secretHash(TOKEN), secretHash('another')]);
  });

  it('are found by the token, which comes back as it was asked', async () => {
    expect(await adapter.findOne({ model: 'session', where: at(TOKEN) })).toMatchObject({ id: 's1', token: TOKEN });
    expect(await adapter.findMany({ model: 'session', where: at([TOKEN, 'unknown']) })).toMatchObject([
      { token: TOKEN },
    ]);
    expect(await adapter.count({ model: 'session', where: at(TOKEN) })).toBe(1);
  });

  it('are not found by their hash', async () => {
    expect(await adapter.findOne({ model: 'session', where: at(secretHash(TOKEN)) })).toBeNull();
  });

  it('stay hashes in lists by another field', async () => {
    const rows = await adapter.findMany<Row>({ model: 'session', where: at('u1', 'userId') });
    expect(rows.map((row) => row.token)).toEqual([secretHash(TOKEN)]);
  });

  it('stay hashes when they are changed', async () => {
    const changed = await adapter.update<Row>({
      model: 'session',
      where: at(TOKEN),
      update: { token: 'newer', note: 1 },
    });
    expect(changed?.token).toBe(secretHash('newer'));
    expect(tables.session).toMatchObject([{ token: secretHash('newer'), note: 1 }]);
  });

  it('are deleted by the token', async () => {
    await adapter.delete({ model: 'session', where: at(TOKEN) });
    expect(tables.session).toEqual([]);
  });

  it('are hashes within a transaction too', async () => {
    await adapter.transaction(async (trx) => {
      await trx.create({ model: 'session', data: { id: 's3', token: 'inside' } });
      expect(await trx.findOne({ model: 'session', where: at('inside') })).toMatchObject({ token: 'inside' });
    });
    expect(tables.session?.map((row) => row.token)).toContain(secretHash('inside'));
  });

  it('are hashes for the codes of devices as well, used up once', async () => {
    await adapter.create({ model: 'deviceCode', data: { id: 'd1', deviceCode: 'polled', userCode: 'ABCD' } });
    expect(tables.deviceCode).toMatchObject([{ deviceCode: secretHash('polled'), userCode: 'ABCD' }]);
    expect(await adapter.consumeOne({ model: 'deviceCode', where: at('polled', 'deviceCode') })).toMatchObject({
      id: 'd1',
    });
    expect(await adapter.consumeOne({ model: 'deviceCode', where: at('polled', 'deviceCode') })).toBeNull();
  });

  it('leave every other model as it is', async () => {
    await adapter.create({ model: 'user', data: { id: 'u1', token: 'not a secret' } });
    expect(tables.user).toEqual([{ id: 'u1', token: 'not a secret' }]);
    expect(await adapter.findOne({ model: 'user', where: at('not a secret') })).toMatchObject({ id: 'u1' });
  });
});
