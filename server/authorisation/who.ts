import type { TestApi } from '../test-api';
import type { Caller, Team } from '../test-people';

/**
 * Who asks. `device` is the expert's extension, `leadDevice` the lead's; `revoked` is an extension that was revoked,
 * `removedMember` was signed in as a lead of the team and then taken out of it; `otherAdmin` runs another team,
 * `teamless` has none.
 */
export const WHO = [
  'signedOut',
  'revoked',
  'teamless',
  'removedMember',
  'expert',
  'colleague',
  'lead',
  'admin',
  'device',
  'leadDevice',
  'otherAdmin',
] as const;
export type Who = (typeof WHO)[number];

export type Cast = { team: Team; other: Team; callers: Record<Who, Caller> };
export type Target = { path: string; body?: unknown };
/** One route: what it is asked for, and the status that each gets. */
export type Row = {
  target: (cast: Cast, api: TestApi) => Target | Promise<Target>;
  expected: Record<Who, number>;
};
export type Rows = Record<string, Row>;

const closed = { signedOut: 401, revoked: 401 };
export const open = (status: number) => Object.fromEntries(WHO.map((who) => [who, status])) as Record<Who, number>;
export const signedIn = (status: number) => ({ ...open(status), ...closed });
export const inTeam = (status: number) => ({ ...signedIn(status), teamless: 403, removedMember: 403 });
/** Web app only: an extension's token may not. */
export const onWeb = (expected: Record<Who, number>) => ({ ...expected, device: 403, leadDevice: 403 });
/** Admins alone, in the web app, each for their own team. */
export const byAdmin = (status: number) => ({ ...onWeb(inTeam(403)), admin: status, otherAdmin: status });

export const fixed = (path: string, body?: unknown) => () => ({ path, ...(body !== undefined && { body }) });
