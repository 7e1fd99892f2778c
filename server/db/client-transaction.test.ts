import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../test-api';
import { atOnce, inTransaction } from './client-transaction';
import { connect } from './connect';

describe('a transaction in few round trips', () => {
  onEachDatabase((api) => {
    let own: ReturnType<typeof connect>;
    const names = async () =>
      (await api.pool.query('select name from kept order by name')).rows.map(({ name }) => name);
    const keep = (name: string) => ({ text: 'insert into kept values ($1)', values: [name] });
    beforeAll(async () => {
      await api.pool.query('create table kept (name text primary key)');
      own = connect(api.databaseUrl, 1);
    });
    afterAll(() => own.pool.end());

    it('keeps what was sent at once with its beginning and end, and gives each answer', async () => {
      const answers = await atOnce(own.pool, [keep('a'), { text: 'select 7 as n' }, keep('b')]);
      expect([answers.map(({ rows }) => rows), await names()]).toEqual([
        [[], [{ n: 7 }], []],
        ['a', 'b'],
      ]);
    });

    it('keeps nothing when one of several that are on their way fails, and names that one', async () => {
      const failing = atOnce(own.pool, [keep('d'), keep('a'), keep('e')]);
      await expect(failing).rejects.toMatchObject({ code: '23505' });
      expect(await names()).toEqual(['a', 'b']);
    });

    it('keeps nothing when its end fails', async () => {
      await api.pool.query('create table later (name text references kept deferrable initially deferred)');
      const failing = atOnce(own.pool, [keep('c'), { text: `insert into later values ('nobody')` }]);
      await expect(failing).rejects.toMatchObject({ code: '23503' });
      expect(await names()).toEqual(['a', 'b']);
    });

    it('keeps nothing when the work throws', async () => {
      const thrown = inTransaction(own.pool, async (client) => {
        await client.query(keep('f'));
        throw new Error('a bug');
      });
      await expect(thrown).rejects.toThrow('a bug');
      expect(await names()).toEqual(['a', 'b']);
    });

    it('leaves the connection as good as new, and takes another when it broke', async () => {
      const end = 'select pg_terminate_backend(pg_backend_pid())';
      await expect(inTransaction(own.pool, (client) => client.query(end))).rejects.toThrow();
      await expect(atOnce(own.pool, [keep('g'), { text: end }])).rejects.toThrow();
      await inTransaction(own.pool, (client) => client.query(keep('h')));
      await atOnce(own.pool, [keep('i')]);
      expect(await names()).toEqual(['a', 'b', 'h', 'i']);
    });
  });
});
