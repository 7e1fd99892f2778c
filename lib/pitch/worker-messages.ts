import type { CheckContext, Flag, LineInput } from './flag';
import type { TeamFlags } from './team-rule';

/** What crosses between the panel and the worker of its flags; `team` counts from then on. */
export type WorkerRequest =
  | { id: number; lines: readonly LineInput[]; context: CheckContext }
  | { team: TeamFlags | null };
export type WorkerAnswer = { id: number; flags: Flag[][] } | { id: number; problem: string };
