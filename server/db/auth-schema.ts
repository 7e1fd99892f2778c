import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  pgPolicy,
  pgRole,
  pgSchema,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

/** The role under which every request of a team runs. It owns nothing. Made by the first migration, so `existing` here. */
export const teamRole = pgRole('eitherway_team').existing();

/** The tables of better-auth, as its plugins want them, in a schema of their own. */
export const signIn = pgSchema('sign_in');

const at = (name: string) => timestamp(name, { withTimezone: true });
const ofTeam = sql`current_setting('app.team', true)`;

export const user = signIn.table(
  'user',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull().unique(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text('image'),
    twoFactorEnabled: boolean('two_factor_enabled').default(false),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (table) => [
    pgPolicy('user_of_team', {
      for: 'select',
      to: teamRole,
      using: sql`exists (select 1 from sign_in.member m where m.user_id = ${table.id} and m.organization_id = ${ofTeam})`,
    }),
  ],
);

export const organization = signIn.table(
  'organization',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    slug: text('slug').notNull().unique(),
    logo: text('logo'),
    metadata: text('metadata'),
    createdAt: at('created_at').notNull(),
    /** As `team_settings` has it, here too because every request of a member asks for it. */
    requireTwoFactor: boolean('require_two_factor').notNull().default(false),
    /** When a job deletes the team for good, and who asked for it; null while nobody did. */
    deleteAfter: at('delete_after'),
    deleteAskedBy: text('delete_asked_by'),
  },
  (table) => [pgPolicy('organization_of_team', { for: 'select', to: teamRole, using: sql`${table.id} = ${ofTeam}` })],
);

const userId = () =>
  text('user_id')
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' });
const organizationId = () =>
  text('organization_id')
    .notNull()
    .references(() => organization.id, { onDelete: 'cascade' });

export const member = signIn.table(
  'member',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    userId: userId(),
    role: text('role').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('member_once').on(table.organizationId, table.userId),
    index('member_user').on(table.userId),
    check('member_role', sql`${table.role} in ('expert', 'lead', 'admin')`),
    pgPolicy('member_of_team', { for: 'select', to: teamRole, using: sql`${table.organizationId} = ${ofTeam}` }),
  ],
);

/** `token` holds a SHA-256, never the token itself (see auth/hashed-tokens.ts). `kind` is web or device. */
export const authSession = signIn.table(
  'session',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique(),
    kind: text('kind').notNull().default('web'),
    userId: userId(),
    activeOrganizationId: text('active_organization_id'),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    expiresAt: at('expires_at').notNull(),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
    /** Of a device, to the hour; null before its first request. */
    lastUsedAt: at('last_used_at'),
  },
  (table) => [index('session_user').on(table.userId)],
);

export const account = signIn.table(
  'account',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: userId(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: at('access_token_expires_at'),
    refreshTokenExpiresAt: at('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (table) => [index('account_user').on(table.userId)],
);

export const verification = signIn.table(
  'verification',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: at('expires_at').notNull(),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (table) => [index('verification_identifier').on(table.identifier)],
);

/** Wanted by the organization plugin, unused: our invitations are links (see routes/invitations.ts). */
export const authInvitation = signIn.table('invitation', {
  id: text('id').primaryKey(),
  organizationId: organizationId(),
  email: text('email').notNull(),
  role: text('role'),
  status: text('status').notNull(),
  expiresAt: at('expires_at').notNull(),
  createdAt: at('created_at').notNull(),
  inviterId: text('inviter_id').notNull(),
});

export const twoFactor = signIn.table(
  'two_factor',
  {
    id: text('id').primaryKey(),
    secret: text('secret').notNull(),
    backupCodes: text('backup_codes').notNull(),
    userId: userId(),
    verified: boolean('verified').default(true),
    failedVerificationCount: integer('failed_verification_count').default(0),
    lockedUntil: at('locked_until'),
  },
  (table) => [index('two_factor_user').on(table.userId)],
);

export const deviceCode = signIn.table('device_code', {
  id: text('id').primaryKey(),
  deviceCode: text('device_code').notNull().unique(),
  userCode: text('user_code').notNull().unique(),
  userId: text('user_id'),
  expiresAt: at('expires_at').notNull(),
  status: text('status').notNull(),
  lastPolledAt: at('last_polled_at'),
  pollingInterval: integer('polling_interval'),
  clientId: text('client_id'),
  scope: text('scope'),
});
