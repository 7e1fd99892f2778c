import type pg from 'pg';

/** Runs work in a transaction on a connection of its own. When it throws, nothing of it stays. */
export async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let isBroken = false;
  try {
    await client.query(BEGIN);
    const answer = await work(client);
    await client.query(COMMIT);
    return answer;
  } catch (error) {
    await client.query('rollback').catch(() => {
      isBroken = true;
    });
    throw error;
  } finally {
    client.release(isBroken);
  }
}

/**
 * Runs statements as one transaction, on their way at once with its beginning and its end: one round trip. When one fails,
 * so do those behind it, nothing stays, and the first one's error is thrown.
 */
export async function atOnce(pool: pg.Pool, statements: readonly pg.QueryConfig[]): Promise<pg.QueryResult[]> {
  const client = await pool.connect();
  const answers = await Promise.allSettled([BEGIN, ...statements, COMMIT].map((statement) => client.query(statement)));
  const failed = answers.find(({ status }) => status === 'rejected') as PromiseRejectedResult | undefined;
  // After a failed statement the end itself succeeds, by rolling back.
  client.release(answers.at(-1)?.status === 'rejected');
  if (failed) throw failed.reason;
  return answers.slice(1, -1).map((answer) => (answer as PromiseFulfilledResult<pg.QueryResult>).value);
}

const BEGIN = { name: 'begin', text: 'begin' };
const COMMIT = { name: 'commit', text: 'commit' };
