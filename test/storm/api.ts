import { pino } from 'pino';
import { crms } from '@/server/crm';
import { memoryCrm } from '@/server/crm/stand-ins/memory';
import { startApi } from '@/server/start-api';
import { PACE, PACE_MS, SHORTER, STORM_TIMES } from './settings';

/** What the memory CRMs allow a second, before it is widened as all others are. */
const memoryPace = [{ name: 'all', requests: Number(process.env.STORM_PACE ?? 1_000), perMs: PACE_MS }];

/** One API process of the storm, to be killed. Says where it listens. */
const api = await startApi({
  port: 0,
  databaseUrl: process.env.DATABASE_URL,
  secret: 'only-for-the-storm-only-for-the-storm',
  signUp: 'open',
  log: pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
  limits: Object.fromEntries(
    ['readByPerson', 'writeByPerson', 'signUpByAddress'].map((name) => [name, [1_000_000, 60] as const]),
  ),
  crm: {
    allowPrivate: true,
    definitions: [...crms, memoryCrm('locate', memoryPace), memoryCrm('upsert', memoryPace)],
    origins: JSON.parse(process.env.STORM_ORIGINS ?? '{}'),
    times: STORM_TIMES,
    random: () => Math.random() * SHORTER,
    paceOf: ({ pace }) => pace.map((each) => ({ ...each, ...PACE(each) })),
  },
});
process.send?.({ origin: api.origin });
