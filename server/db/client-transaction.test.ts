import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../test-api';
import { inTransaction } from './client-transaction';
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

    it('keeps what was sent at once with its beginning', async () => {
      const answer = await inTransaction(own.pool, async (client) => {
        await Promise.all([client.query(keep('a')), client.query(keep('b'))]);
        return { keep: true, answer: 'done' };
      });
      expect([answer, await names()]).toEqual(['done', ['a', 'b']]);
    });

    it('keeps nothing when one of several that are on their way fails, and names that one', async () => {
      const failing = inTransaction(own.pool, async (client) => {
        await Promise.all([client.query(keep('d')), client.query(keep('a')), client.query(keep('e'))]);
        return { keep: true, answer: 'done' };
      });
      await expect(failing).rejects.toMatchObject({ code: '23505' });
      expect(await names()).toEqual(['a', 'b']);
    });

    it('keeps nothing when the answer says so, or when the work throws', async () => {
      const refused = await inTransaction(own.pool, async (client) => {
        await client.query(keep('f'));
        return { keep: false, answer: 'refused' };
      });
      const thrown = inTransaction(own.pool, async (client) => {
        await client.query(keep('f'));
        throw new Error('a bug');
      });
      await expect(thrown).rejects.toThrow('a bug');
      expect([refused, await names()]).toEqual(['refused', ['a', 'b']]);
    });

    it('leaves the connection as good as new, and takes another when it broke', async () => {
      const broken = inTransaction(own.pool, async (client) => {
        await client.query('select pg_terminate_backend(pg_backend_pid())');
        return { keep: true, answer: null };
      });
      await expect(broken).rejects.toThrow();
      await inTransaction(own.pool, async (client) => {
        await client.query(keep('g'));
        return { keep: true, answer: null };
      });
      expect(await names()).toEqual(['a', 'b', 'g']);
    });
  });
});
