import type { CheckContext, Flag, LineInput } from './flag';

/** What crosses between the panel and the worker of its flags. */
export type WorkerRequest = { id: number; lines: readonly LineInput[]; context: CheckContext };
export type WorkerAnswer = { id: number; flags: Flag[][] } | { id: number; problem: string };
