import { loadEngine } from '@/lib/pitch/engine';
import table from '@/lib/pitch/table.json' with { type: 'json' };
import type { Role } from '../auth/roles';
import { type DemoCaller, demoCaller, isThere } from './demo-caller';
import { DEMO_TEAM, type DemoSignIn, demoSignIn, demoSignIns } from './demo-team';
import { refusalOfDatabase, refusalOfPlace } from './refusal';
import { sessionOfStory } from './session-of-story';
import { STORIES } from './stories';

export type SeedOptions = {
  /** Where the API answers. */
  origin: string;
  /** Lets it look whether other teams are in the database before it makes its own. */
  databaseUrl?: string | undefined;
  nodeEnv?: string | undefined;
  now?: Date;
};
export type Seeded = { kind: 'ready'; signIns: readonly DemoSignIn[] } | { kind: 'refused'; why: string };

/**
 * Puts the demo team with its sessions into a running API, through the API. What is there already stays as it is, so
 * it can be run at every start; a session of the demo that someone deleted stays deleted.
 */
export async function seedDemo(options: SeedOptions): Promise<Seeded> {
  const { origin, databaseUrl, nodeEnv = process.env.NODE_ENV, now = new Date() } = options;
  const why = refusalOfPlace(origin, nodeEnv);
  if (why) return { kind: 'refused', why };
  if (databaseUrl && !(await isThere(origin, demoSignIn('admin')))) {
    const inUse = await refusalOfDatabase(databaseUrl);
    if (inUse) return { kind: 'refused', why: inUse };
  }
  const callers = new Map<Role, DemoCaller>();
  for (const signIn of demoSignIns) {
    const caller = await demoCaller(origin, signIn);
    if (!caller) return { kind: 'refused', why: `${signIn.email} is there with another password than the demo's.` };
    callers.set(signIn.role, caller);
  }
  const caller = (role: Role) => callers.get(role) as DemoCaller;
  await expectStatus(caller('admin'), 'POST', '/api/teams', { name: DEMO_TEAM }, [201], hasNoTeam);
  for (const role of ['expert', 'lead'] as const) await join(caller('admin'), caller(role), role);
  await storeSessions(caller, now);
  return { kind: 'ready', signIns: demoSignIns };
}

async function join(admin: DemoCaller, person: DemoCaller, role: Role): Promise<void> {
  if (!(await hasNoTeam(person))) return;
  const { link } = await expectStatus(admin, 'POST', '/api/invitations', { role }, [201]);
  const token = String(link).split('/join/')[1];
  await expectStatus(person, 'POST', `/api/invitations/${token}/accept`, undefined, [200]);
}

async function storeSessions(caller: (role: Role) => DemoCaller, now: Date): Promise<void> {
  const engine = loadEngine(table);
  for (const [place, story] of STORIES.entries()) {
    const session = sessionOfStory(story, place, engine, now);
    const path = `/api/sessions/${session.id}`;
    const isMissing = async (expert: DemoCaller) => (await expert.ask('GET', path)).status === 404;
    await expectStatus(caller(story.by), 'PUT', path, session, [200, 201], isMissing);
  }
}

async function hasNoTeam(person: DemoCaller): Promise<boolean> {
  return (await person.ask('GET', '/api/me')).body.team === null;
}

/** Does it if it is still to do; anything but an expected answer is a mistake of ours. */
async function expectStatus(
  caller: DemoCaller,
  method: string,
  path: string,
  body: unknown,
  expected: number[],
  isToDo: (caller: DemoCaller) => Promise<boolean> = async () => true,
): Promise<Record<string, unknown>> {
  if (!(await isToDo(caller))) return {};
  const answer = await caller.ask(method, path, body);
  if (!expected.includes(answer.status))
    throw new Error(`the demo could not ${method} ${path}: ${answer.status} ${String(answer.body.code ?? '')}`);
  return answer.body;
}
