import * as z from 'zod/mini';
import { TeamFlags } from '@/lib/pitch/team-rule';
import { Playbook, type PlaybookRef } from '@/lib/playbooks/playbook';
import { createApiClient, type SignedIn } from './api-client';
import { readProblem } from './problem';
import { answerOf } from './request';

export type Read<T> =
  | { kind: 'read'; value: T }
  | { kind: 'offline' }
  | { kind: 'signed-out' }
  /** The API's own sentence; empty when something else answered. */
  | { kind: 'failed'; sentence: string };

const Team = z.object({ id: z.string(), name: z.string(), role: z.enum(['expert', 'lead', 'admin']) });
export const Me = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  team: z.nullable(Team),
  /** Id under which this device can be revoked. */
  deviceId: z.nullable(z.string()),
});
export type Me = z.infer<typeof Me>;

const PlaybookHeads = z.object({
  playbooks: z.array(
    z.object({
      id: Playbook.shape.id,
      version: Playbook.shape.version,
      title: z.string(),
      summary: z.string(),
      from: z.enum(['eitherway', 'team']),
    }),
  ),
});
export type PlaybookHead = z.infer<typeof PlaybookHeads>['playbooks'][number];

/** Who this sign-in is, and for which team it acts. */
export function readMe(who: SignedIn, fetcher?: typeof fetch): Promise<Read<Me>> {
  return read(Me, () => createApiClient(who, fetcher).api.me.$get());
}

/** The playbooks that the team may use: those that ship and its own. */
export async function listTeamPlaybooks(who: SignedIn, fetcher?: typeof fetch): Promise<Read<PlaybookHead[]>> {
  const heads = await read(PlaybookHeads, () => createApiClient(who, fetcher).api.playbooks.$get());
  return heads.kind === 'read' ? { kind: 'read', value: heads.value.playbooks } : heads;
}

export function readTeamPlaybook(who: SignedIn, ref: PlaybookRef, fetcher?: typeof fetch): Promise<Read<Playbook>> {
  const param = { id: ref.id, version: String(ref.version) };
  return read(Playbook, () => createApiClient(who, fetcher).api.playbooks[':id'][':version'].$get({ param }));
}

/** What the team set for the flags of all of its members. */
export function readTeamRules(who: SignedIn, fetcher?: typeof fetch): Promise<Read<TeamFlags>> {
  return read(TeamFlags, () => createApiClient(who, fetcher).api.rules.$get());
}

/** Ends this device's sign-in at the API. */
export async function revokeDevice(who: SignedIn, deviceId: string, fetcher?: typeof fetch): Promise<boolean> {
  const answer = await answerOf(() =>
    createApiClient(who, fetcher).api.devices[':id'].$delete({ param: { id: deviceId } }),
  );
  return answer.kind === 'answer' && answer.response.ok;
}

/** One answer of the API, parsed; what went wrong as a value. */
export async function read<Schema extends z.ZodMiniType>(
  schema: Schema,
  asked: Parameters<typeof answerOf>[0],
): Promise<Read<z.infer<Schema>>> {
  const answer = await answerOf(asked);
  if (answer.kind === 'offline') return answer;
  if (answer.response.ok) {
    const value = schema.safeParse(answer.body);
    return value.success ? { kind: 'read', value: value.data } : { kind: 'failed', sentence: '' };
  }
  const problem = readProblem(answer);
  if (problem && answer.response.status === 401) return { kind: 'signed-out' };
  return { kind: 'failed', sentence: problem?.sentence ?? '' };
}
