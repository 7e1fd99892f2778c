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
 * What a PUT can cost at least: who asks, and the same insert of the session: into the same columns, with the same indexes
 * and foreign key. No check of it, no limit, no walls between teams, no turn, no flags, event, job, log or metrics. It joins
 * the database of the API that it is measured beside; same sign-ins.
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
await pool.query('create table if not exists bare_put (like session including all)');
await pool.query('alter table bare_put add foreign key (team_id) references sign_in.organization on delete cascade');

const COLUMNS = [
  ...['team_id', 'id', 'expert_id', 'expert_name', 'revision', 'body_hash', 'client', 'title', 'started_at'],
  ...['finished_at', 'playbook_id', 'playbook_version', 'decision_reached', 'document', 'received_at', 'shared_from'],
];
const TEXT = `insert into bare_put (${COLUMNS}) values (${COLUMNS.map((_, at) => `$${at + 1}`)})`;
const HASH = 'x'.repeat(43);

const app = new Hono()
  .get('/ready', (c) => c.text('ready'))
  .get('/to-do', async (c) => {
    const { rows } = await pool.query('select count(*)::int as n from session_event where processed_at is null');
    return c.json({ sessions: rows[0].n as number });
  })
  .put('/api/sessions/:id', async (c) => {
    const who = await identify(auth, db, c.req.raw.headers);
    if (!who?.team) return c.text('', 401);
    const sent = await c.req.json();
    const values = [
      ...[who.team.id, sent.id, who.user.id, who.user.name, sent.revision, HASH, sent.client.name, sent.title],
      ...[sent.startedAt, sent.finishedAt, sent.playbook.id, sent.playbook.version, sent.decision.outcome !== null],
      ...[JSON.stringify(sent), new Date(), sent.finishedAt],
    ];
    await pool.query({ name: 'bare-put', text: TEXT, values });
    return c.json({ state: 'stored' }, 201);
  });
const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' });
process.on('SIGTERM', async () => {
  server.close();
  await pool.end();
  await database.stop();
  process.exit(0);
});
