import { pino } from 'pino';
import { readEnvironment } from './env';
import { startApi } from './start-api';

try {
  const env = readEnvironment(process.env);
  const oidc = env.EITHERWAY_OIDC_DISCOVERY_URL
    ? {
        discoveryUrl: env.EITHERWAY_OIDC_DISCOVERY_URL,
        clientId: env.EITHERWAY_OIDC_CLIENT_ID ?? '',
        clientSecret: env.EITHERWAY_OIDC_CLIENT_SECRET ?? '',
        name: env.EITHERWAY_OIDC_NAME,
      }
    : null;
  const api = await startApi({
    port: env.PORT,
    host: env.EITHERWAY_HOST,
    origin: env.EITHERWAY_ORIGIN,
    databaseUrl: env.DATABASE_URL,
    data: env.EITHERWAY_DATA,
    secret: env.EITHERWAY_SECRET,
    signUp: env.EITHERWAY_SIGN_UP,
    extensionId: env.EITHERWAY_EXTENSION_ID,
    trustedProxies: env.EITHERWAY_TRUSTED_PROXIES,
    oidc,
    crm: {
      keys: env.EITHERWAY_SEAL_KEYS,
      allowPrivate: env.EITHERWAY_PRIVATE_HOSTS === 'allowed',
      registrations: env.EITHERWAY_CRM_CLIENTS,
      origins: env.EITHERWAY_CRM_ORIGINS,
    },
    mail:
      env.EITHERWAY_SMTP_URL && env.EITHERWAY_MAIL_FROM
        ? { smtp: env.EITHERWAY_SMTP_URL, from: env.EITHERWAY_MAIL_FROM }
        : null,
    metrics: env.METRICS_PORT === undefined ? null : { port: env.METRICS_PORT, host: env.METRICS_HOST },
    // Lines are written beside the requests, several at a time; what is left is written before the process ends.
    log: pino({ level: env.LOG_LEVEL }, pino.destination({ sync: false })),
  });

  let stopping = false;
  const stop = async () => {
    // Asked twice, it does not wait for what is under way.
    if (stopping) process.exit(1);
    stopping = true;
    await api.stop();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
