import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Logger, pino } from 'pino';
import { v7 } from 'uuid';
import { shippedPlaybooks } from '@/lib/playbooks';
import { createApp } from './app';
import { createAuth, type OidcOptions } from './auth/auth';
import type { SignUpMode } from './auth/sign-up';
import { type CrmOptions, crmDeps } from './crm/crm-deps';
import { startDeliveries } from './crm/delivery/start-deliveries';
import { connect } from './db/connect';
import { type EmbeddedDatabase, startEmbedded } from './db/embedded/start-embedded';
import { migrateDatabase } from './db/migrate';
import { freePort } from './free-port';
import { createMetrics, serveMetrics } from './http/metrics';
import { createLimits, DEFAULT_LIMITS, type LimitName } from './http/rate-limits';
import { startJobs } from './jobs/boss';
import { listen } from './listen';
import { type MailOptions, startMail } from './mail/start-mail';
import { startNews } from './news/news';
import { ownSecret } from './own-secret';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const DEFAULT_EXTENSION_ID = 'gclceibgcpfbdiglhaaefomhlmonjgmm';

export type StartOptions = {
  /** 0 for any free one. */
  port?: number;
  host?: string;
  /** Where people open it, when that is not this machine's own address. */
  origin?: string | undefined;
  /** A PostgreSQL; without it the embedded one in the folder `data`. */
  databaseUrl?: string | undefined;
  data?: string;
  secret?: string | undefined;
  /** Who may make an account: left out, the invited on a given database, anyone on the embedded one. */
  signUp?: SignUpMode | undefined;
  extensionId?: string | undefined;
  trustedProxies?: number;
  oidc?: OidcOptions | null;
  metrics?: { port: number; host?: string } | null;
  crm?: CrmOptions;
  /** Left out, no mail is sent and links are shown to be copied. */
  mail?: MailOptions | null;
  limits?: Partial<Record<LimitName, readonly [number, number]>>;
  log?: Logger;
  now?: () => Date;
  webRoot?: string;
  practiceRoot?: string;
};

export type RunningApi = {
  /** Where people open it. */
  origin: string;
  /** Where it listens, which a proxy in front may hide. */
  address: string;
  databaseUrl: string;
  stop(): Promise<void>;
};

/** Starts everything: database, migrations, jobs, API. `stop` finishes what is under way and then ends it in turn. */
export async function startApi(options: StartOptions = {}): Promise<RunningApi> {
  const { host = '127.0.0.1', data = join(ROOT, '.data'), now = () => new Date() } = options;
  const port = options.port === 0 ? await freePort(host) : (options.port ?? 8787);
  const log = options.log ?? pino({ level: 'info' });
  const embedded: EmbeddedDatabase | null = options.databaseUrl ? null : await startEmbedded(data);
  const databaseUrl = options.databaseUrl ?? embedded?.url ?? '';
  const { pool, db } = connect(databaseUrl);
  const beside = connect(databaseUrl, 4);
  await migrateDatabase(pool);
  const queue = await startJobs({ databaseUrl, db, log, now });
  const told = await startNews(databaseUrl, log);

  const origins = options.origin ? [new URL(options.origin).origin] : loopbackOrigins(port);
  const extensionId = options.extensionId ?? DEFAULT_EXTENSION_ID;
  const secret = options.secret ?? ownSecret(data);
  const crm = crmDeps({ db, log, now, secret, origin: origins[0] ?? '' }, options.crm);
  const mailer = await startMail({ boss: queue.boss, db, vault: crm.vault, log }, options.mail);
  const deliveries = startDeliveries(crm);
  const metrics = createMetrics();
  const app = createApp(
    {
      db,
      pool,
      auth: createAuth({ db, beside: beside.db, origins, secret, extensionId, oidc: options.oidc ?? null, log }),
      jobs: queue.jobs,
      news: told.news,
      limits: createLimits(pool, { ...DEFAULT_LIMITS, ...options.limits }),
      log,
      now,
      newId: v7,
      origins,
      oidcName: options.oidc ? (options.oidc.name ?? 'your organisation') : null,
      crm,
      mailer,
      signUp: options.signUp ?? (embedded ? 'open' : 'invited'),
      extensionId,
      shippedPlaybooks,
      trustedProxies: options.trustedProxies ?? 0,
      webRoot: options.webRoot ?? join(ROOT, '.output/web'),
      practiceRoot: options.practiceRoot ?? join(ROOT, 'server/practice'),
    },
    metrics,
  );
  const listener = await listen(app.fetch, port, host);
  const numbers = options.metrics ? await serveMetrics(metrics, options.metrics.port, options.metrics.host) : null;
  const [origin = ''] = origins;
  log.info({ origin, database: embedded ? 'embedded' : 'hosted' }, 'Eitherway is up');

  return {
    origin,
    address: `http://${host}:${port}`,
    databaseUrl,
    async stop() {
      const parts: [name: string, stop: () => unknown][] = [
        // Ends the streams, which would not end by themselves.
        ['news', told.stop],
        ['requests', listener.stop],
        ['metrics', () => numbers?.stop()],
        ['deliveries', deliveries.stop],
        ['jobs', queue.stop],
        ['database', () => pool.end()],
        ['database beside', () => beside.pool.end()],
        ['embedded database', () => embedded?.stop()],
      ];
      for (const [part, stop] of parts) {
        log.debug({ part }, 'stopping');
        await stop();
      }
    },
  };
}

/** On one's own machine both names of it will do. */
function loopbackOrigins(port: number): string[] {
  return [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
}
