import type { Flag } from './flag';
import type { TeamLineChecker } from './line-checker';
import type { TeamFlags } from './team-rule';
import type { WorkerAnswer, WorkerRequest } from './worker-messages';

type Waiting = {
  request: Extract<WorkerRequest, { id: number }>;
  tries: number;
  resolve(flags: Flag[][]): void;
  reject(reason: Error): void;
};

/** The part of a `Worker` that is needed here. */
export type CheckWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/**
 * The engine in a worker. A worker that dies is started again and asked once more what it still owed; a request that fails
 * twice rejects, and the note simply stays without flags.
 */
export function createWorkerChecker(start: () => CheckWorker = startWorker): TeamLineChecker {
  const waiting = new Map<number, Waiting>();
  let worker: CheckWorker | null = null;
  let nextId = 1;
  let disposed = false;
  let team: TeamFlags | null = null;

  function running(): CheckWorker {
    if (worker) return worker;
    const begun = start();
    begun.addEventListener('message', (event) => settle((event as MessageEvent<WorkerAnswer>).data));
    begun.addEventListener('error', () => restart(begun));
    if (team) begun.postMessage({ team });
    worker = begun;
    return begun;
  }

  function settle(answer: WorkerAnswer): void {
    const asked = waiting.get(answer.id);
    if (!asked) return;
    waiting.delete(answer.id);
    if ('flags' in answer) asked.resolve(answer.flags);
    else asked.reject(new Error(answer.problem));
  }

  function restart(dead: CheckWorker): void {
    if (dead !== worker) return;
    dead.terminate();
    worker = null;
    for (const asked of [...waiting.values()]) {
      asked.tries += 1;
      if (asked.tries < 2) running().postMessage(asked.request);
      else settle({ id: asked.request.id, problem: 'the checker stopped' });
    }
  }

  return {
    checkLines(lines, context) {
      if (disposed) return Promise.reject(new Error('the checker is disposed'));
      const request = { id: nextId++, lines, context };
      return new Promise((resolve, reject) => {
        waiting.set(request.id, { request, tries: 0, resolve, reject });
        running().postMessage(request);
      });
    },
    takeTeam(next) {
      team = next;
      worker?.postMessage({ team });
    },
    dispose() {
      disposed = true;
      worker?.terminate();
      worker = null;
      for (const id of [...waiting.keys()]) settle({ id, problem: 'the checker is disposed' });
    },
  };
}

function startWorker(): CheckWorker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}
