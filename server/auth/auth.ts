import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError } from 'better-auth/api';
import { bearer, deviceAuthorization, genericOAuth, organization, twoFactor } from 'better-auth/plugins';
import { asc, desc, eq } from 'drizzle-orm';
import type { Logger } from 'pino';
import type { Db } from '../db/connect';
import * as schema from '../db/schema';
import { withHashedTokens } from './hashed-tokens';
import { accessControl, pluginRoles, Role } from './roles';

export const DEVICE_CLIENT = 'eitherway-extension';

const DAY_MS = 86_400_000;
/** A device stays signed in for 180 days from the day it was connected; it is never prolonged. */
export const DEVICE_LIFE_MS = 180 * DAY_MS;

export type OidcOptions = {
  discoveryUrl: string;
  clientId: string;
  clientSecret: string;
  /** What people call it, on the button. */
  name?: string;
};
export type AuthOptions = {
  db: Db;
  /** A pool beside it, for what is looked up while a transaction of `db` waits: one pool could run empty on both. */
  beside: Db;
  /** Where people open the web app, e.g. https://eitherway.example.com */
  origins: readonly string[];
  secret: string;
  extensionId: string;
  oidc: OidcOptions | null;
  log: Logger;
};

/** better-auth, set up; everything it does is its own. Its messages are logged, never the data beside them. */
export function createAuth({ db, beside, origins, secret, extensionId, oidc, log }: AuthOptions) {
  const [origin] = origins;
  if (!origin) throw new Error('the API needs its own origin');
  return betterAuth({
    appName: 'Eitherway',
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [...origins, `chrome-extension://${extensionId}`],
    database: withHashedTokens(
      drizzleAdapter(db, {
        provider: 'pg',
        transaction: true,
        schema: { ...schema, session: schema.authSession, invitation: schema.authInvitation },
      }),
    ),
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 200 },
    // Nothing here asks an organisation anything after the sign-in; what its answer held is of use to nobody.
    // One who is new to it gets no account that is there already, though the address be the same.
    account: { encryptOAuthTokens: true, accountLinking: { disableImplicitLinking: true } },
    session: { expiresIn: (7 * DAY_MS) / 1000, updateAge: DAY_MS / 1000, additionalFields: { kind: KIND } },
    verification: { storeIdentifier: 'hashed' },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'warn', log: (level, message) => log[level]({ part: 'sign-in' }, message) },
    advanced: {
      cookiePrefix: 'eitherway',
      useSecureCookies: origin.startsWith('https:'),
      disableOriginCheck: false,
      disableCSRFCheck: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => ({
            data: {
              ...session,
              activeOrganizationId: await lastTeam(beside, session.userId),
              ...(context?.path === '/device/token'
                ? { kind: 'device', expiresAt: new Date(Date.now() + DEVICE_LIFE_MS) }
                : { kind: 'web' }),
            },
          }),
        },
      },
    },
    plugins: [
      organization({
        ac: accessControl,
        roles: pluginRoles,
        creatorRole: 'admin',
        disableOrganizationDeletion: true,
        organizationHooks: {
          // The plugin itself takes any word, and several at once.
          beforeUpdateMemberRole: async ({ newRole }) => {
            if (!Role.safeParse(newRole).success)
              throw new APIError('BAD_REQUEST', {
                code: 'UNKNOWN_ROLE',
                message: 'A member is an expert, a lead or an admin.',
              });
          },
        },
      }),
      twoFactor({ issuer: 'Eitherway' }),
      bearer(),
      deviceAuthorization({
        expiresIn: '15m',
        interval: '5s',
        verificationUri: '/device',
        validateClient: (id) => id === DEVICE_CLIENT,
      }),
      ...(oidc
        ? [
            genericOAuth({
              config: [
                {
                  providerId: 'oidc',
                  scopes: ['openid', 'profile', 'email'],
                  pkce: true,
                  requireIdTokenVerification: true,
                  discoveryUrl: oidc.discoveryUrl,
                  clientId: oidc.clientId,
                  clientSecret: oidc.clientSecret,
                },
              ],
            }),
          ]
        : []),
    ],
  });
}

export type Auth = ReturnType<typeof createAuth>;

const KIND = { type: 'string', required: false, input: false, defaultValue: 'web' } as const;

/** The team that the person worked in last, else the one they joined first. */
async function lastTeam(db: Db, userId: string): Promise<string | null> {
  const [last] = await db
    .select({ id: schema.authSession.activeOrganizationId })
    .from(schema.authSession)
    .where(eq(schema.authSession.userId, userId))
    .orderBy(desc(schema.authSession.updatedAt))
    .limit(1);
  const joined = await db
    .select({ id: schema.member.organizationId })
    .from(schema.member)
    .where(eq(schema.member.userId, userId))
    .orderBy(asc(schema.member.createdAt));
  return (joined.find(({ id }) => id === last?.id) ?? joined[0])?.id ?? null;
}
