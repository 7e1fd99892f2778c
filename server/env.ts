import * as z from 'zod/mini';
import { readBy, readSender, readSmtpUrl } from './mail/smtp-settings';

const Port = z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65_535));

/** A setting that is written as JSON. */
function inJson<T extends z.ZodMiniType>(schema: T) {
  const parsed = z.transform((text: unknown, context) => {
    try {
      return JSON.parse(String(text));
    } catch {
      context.issues.push({ code: 'custom', message: 'not JSON', input: text });
      return z.NEVER;
    }
  });
  return z.pipe(parsed, schema);
}

/** The settings of the server, all from the environment. An empty one counts as not given. */
const Environment = z.object({
  PORT: z._default(Port, 8787),
  /** The address people use, e.g. https://eitherway.example.com; behind a proxy it must be given. */
  EITHERWAY_ORIGIN: z.optional(z.url()),
  EITHERWAY_HOST: z._default(z.string(), '127.0.0.1'),
  DATABASE_URL: z.optional(z.string()),
  EITHERWAY_DATA: z._default(z.string(), '.data'),
  EITHERWAY_SECRET: z.optional(z.string().check(z.minLength(32))),
  /** Who may make an account; left out, `invited` on a hosted database and `open` on the embedded one. */
  EITHERWAY_SIGN_UP: z.optional(z.enum(['invited', 'open'])),
  EITHERWAY_EXTENSION_ID: z.optional(z.string().check(z.regex(/^[a-p]{32}$/))),
  EITHERWAY_TRUSTED_PROXIES: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(10)), 0),
  EITHERWAY_OIDC_DISCOVERY_URL: z.optional(z.url()),
  EITHERWAY_OIDC_CLIENT_ID: z.optional(z.string()),
  EITHERWAY_OIDC_CLIENT_SECRET: z.optional(z.string()),
  /** What people call that sign-in, on its button. */
  EITHERWAY_OIDC_NAME: z._default(z.string().check(z.maxLength(60)), 'your organisation'),
  /** Keys that seal tokens of CRMs: 32 bytes in base64 each, separated by commas, the newest first. */
  EITHERWAY_SEAL_KEYS: z.optional(
    z
      .string()
      .check(z.regex(/^[A-Za-z0-9+/]{43}=(,[A-Za-z0-9+/]{43}=)*$/, '32 bytes in base64 each, separated by commas')),
  ),
  /** Whether what a team connects may lie in the operator's own network. */
  EITHERWAY_PRIVATE_HOSTS: z._default(z.enum(['allowed', 'refused']), 'refused'),
  /** Our registrations at vendors: {"hubspot": {"clientId": "…", "clientSecret": "…"}}. */
  EITHERWAY_CRM_CLIENTS: z._default(
    inJson(z.record(z.string(), z.object({ clientId: z.string().check(z.minLength(1)), clientSecret: z.string() }))),
    {},
  ),
  /** Where vendors are reached instead of their own hosts, such as a sandbox or a proxy: {"hubspot": "https://…"}. */
  EITHERWAY_CRM_ORIGINS: z._default(inJson(z.record(z.string(), z.url())), {}),
  /** Where mail is handed over: smtp:// or smtps://user:password@host:port. Without it links are shown to be copied. */
  EITHERWAY_SMTP_URL: z.optional(readBy(readSmtpUrl, 'smtp:// or smtps://user:password@host:port')),
  /** Whom mail is from: an address, or a name with its address in <>. */
  EITHERWAY_MAIL_FROM: z.optional(readBy(readSender, 'an address, or a name with its address in <>')),
  METRICS_PORT: z.optional(Port),
  METRICS_HOST: z._default(z.string(), '127.0.0.1'),
  LOG_LEVEL: z._default(z.enum(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
});
export type Environment = z.infer<typeof Environment>;

/** Settings that are of use together alone. */
const TOGETHER = [
  ['EITHERWAY_OIDC_DISCOVERY_URL', 'EITHERWAY_OIDC_CLIENT_ID', 'EITHERWAY_OIDC_CLIENT_SECRET'],
  ['EITHERWAY_SMTP_URL', 'EITHERWAY_MAIL_FROM'],
] as const;

/** Reads the settings, or says in one sentence each what is wrong with them. Values are not repeated: some are secret. */
export function readEnvironment(given: Record<string, string | undefined>): Environment {
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''));
  const read = Environment.safeParse(set);
  const half = TOGETHER.flatMap((names) => {
    const given = names.filter((name) => set[name]);
    const missing = names.filter((name) => !set[name]);
    return given.length > 0 ? missing.map((name) => `${name}: needed beside ${given.join(' and ')}`) : [];
  });
  if (read.success && half.length === 0) return read.data;
  const wrong = [...(read.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`), ...half];
  throw new Error(`These settings cannot be used:\n  ${wrong.join('\n  ')}`);
}
