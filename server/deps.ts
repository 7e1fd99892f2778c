import type pg from 'pg';
import type { Logger } from 'pino';
import type { Playbook } from '@/lib/playbooks/playbook';
import type { Auth } from './auth/auth';
import type { Identity, Team } from './auth/identity';
import type { SignUpMode } from './auth/sign-up';
import type { CrmDeps } from './crm/delivery/context';
import type { Db } from './db/connect';
import type { Limits } from './http/rate-limits';
import type { Jobs } from './jobs/jobs';
import type { Mailer } from './mail/mail';
import type { News } from './news/news';

/** Everything the API needs from outside, so that a test can give it another. */
export type Deps = {
  db: Db;
  pool: pg.Pool;
  auth: Auth;
  jobs: Jobs;
  news: News;
  limits: Limits;
  log: Logger;
  now: () => Date;
  newId: () => string;
  /** Origins under which people open the web app; the first is the one that links are made of. */
  origins: readonly string[];
  signUp: SignUpMode;
  crm: CrmDeps;
  mailer: Mailer;
  /** What people call the sign-in of their organisation; null when there is none. */
  oidcName: string | null;
  extensionId: string;
  shippedPlaybooks: readonly Playbook[];
  /** How many proxies in front of us add to X-Forwarded-For; 0 for none. */
  trustedProxies: number;
  /** Folders of built pages; a folder that is not there yet is said to be so. */
  webRoot: string;
  practiceRoot: string;
};

/** A signed-in person within a team. */
export type Member = Identity & { team: Team };

export type Vars = { requestId: string; address: string; caller: Identity; member: Member };
export type Env = { Variables: Vars };
