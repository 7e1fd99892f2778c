import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { pino } from 'pino';
import { createAuth } from '@/server/auth/auth';
import { identify } from '@/server/auth/identity';
import { connect } from '@/server/db/connect';
import { startEmbedded } from '@/server/db/embedded/start-embedded';

/**
 * What a PUT can cost at least: who asks, and one insert of the body. No check of it, no limit, no walls between teams, no
 * flags, event, job, log or metrics. It joins the database of the API that it is measured beside; same sign-ins.
 */
const data = process.env.EITHERWAY_DATA ?? '';
const port = Number(process.env.PORT);
const database = await startEmbedded(data);
const { pool, db } = connect(database.url);
const auth = createAuth({
  db,
  beside: db,
  origins: [process.env.EITHERWAY_ORIGIN ?? ''],
  secret: readFileSync(join(data, 'secret'), 'utf8'),
  extensionId: '',
  oidc: null,
  log: pino({ level: 'silent' }),
});
await pool.query(`create table if not exists bare_put
  (team_id text, id uuid, expert_id text, document jsonb, received_at timestamptz default now(), primary key (team_id, id))`);

const app = new Hono()
  .get('/ready', (c) => c.text('ready'))
  .put('/api/sessions/:id', async (c) => {
    const who = await identify(auth, db, c.req.raw.headers);
    if (!who?.team) return c.text('', 401);
    const values = [who.team.id, c.req.param('id'), who.user.id, JSON.stringify(await c.req.json())];
    const text = 'insert into bare_put (team_id, id, expert_id, document) values ($1, $2, $3, $4)';
    await pool.query({ name: 'bare-put', text, values });
    return c.json({ state: 'stored' }, 201);
  });
const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' });
process.on('SIGTERM', async () => {
  server.close();
  await pool.end();
  await database.stop();
  process.exit(0);
});
