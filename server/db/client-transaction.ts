import type pg from 'pg';

/** Unless the answer is to be kept, nothing of the work stays. */
type Worked<T> = { keep: boolean; answer: T };

/**
 * Runs work in a transaction on a connection of its own. Its statements need not wait for each other: BEGIN goes out with
 * the first ones, and when one fails, so do those sent behind it, and the transaction.
 */
export async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<Worked<T>>): Promise<T> {
  const client = await pool.connect();
  let isBroken = false;
  try {
    const [, { keep, answer }] = await Promise.all([client.query(BEGIN), work(client)]);
    await client.query(keep ? COMMIT : ROLLBACK);
    return answer;
  } catch (error) {
    await client.query(ROLLBACK).catch(() => {
      isBroken = true;
    });
    throw error;
  } finally {
    client.release(isBroken);
  }
}

const BEGIN = { name: 'begin', text: 'begin' };
const COMMIT = { name: 'commit', text: 'commit' };
const ROLLBACK = { name: 'rollback', text: 'rollback' };
