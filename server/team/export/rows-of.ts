import type pg from 'pg';

/** Documents held at once; each may be 1 MB. */
const AT_ONCE = 20;

/** The rows of a query, a few at a time, within the transaction of the connection. */
export async function* rowsOf<Row extends pg.QueryResultRow>(
  client: pg.ClientBase,
  query: string,
  values: unknown[] = [],
): AsyncGenerator<Row[]> {
  await client.query({ text: `declare export_rows no scroll cursor for ${query}`, values });
  for (;;) {
    const { rows } = await client.query<Row>(`fetch ${AT_ONCE} from export_rows`);
    if (rows.length === 0) break;
    yield rows;
  }
  await client.query('close export_rows');
}
