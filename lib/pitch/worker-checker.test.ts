import { describe, expect, it } from 'vitest';
import { checkLine } from './check-line';
import { loadEngine, withTeamRules } from './engine';
import type { CheckContext } from './flag';
import { createDirectChecker } from './line-checker';
import table from './table.json';
import { type CheckWorker, createWorkerChecker } from './worker-checker';
import type { WorkerRequest } from './worker-messages';

const engine = loadEngine(table);
const context: CheckContext = { stage: null, sensitivity: 'normal', clientNames: [] };
const line = (text: string) => ({ text, theyAsked: false, before: [] });

/** A worker that does what worker.ts does, on this thread, in an order the test chooses; `dies` fails instead. */
function aWorker(dies: boolean, held: (() => void)[]): CheckWorker {
  const target = new EventTarget();
  let used = engine;
  return {
    addEventListener: target.addEventListener.bind(target) as CheckWorker['addEventListener'],
    terminate: () => {},
    postMessage: (request: WorkerRequest) => {
      if ('team' in request) {
        used = request.team ? withTeamRules(engine, request.team) : engine;
        return;
      }
      held.push(() => {
        const flags = request.lines.map((one) => checkLine(one, request.context, used));
        target.dispatchEvent(
          dies ? new Event('error') : new MessageEvent('message', { data: { id: request.id, flags } }),
        );
      });
    },
  };
}

const direct = createDirectChecker(engine);
const lines = [line('no upsell'), line('anchor 480, land 395')];

describe('the checker in a worker', () => {
  it('answers what the engine answers on this thread', async () => {
    const held: (() => void)[] = [];
    const answer = createWorkerChecker(() => aWorker(false, held)).checkLines(lines, context);
    for (const go of held) go();
    expect(await answer).toEqual(await direct.checkLines(lines, context));
  });
  it('gives each request its own answer, whichever comes first', async () => {
    const held: (() => void)[] = [];
    const checker = createWorkerChecker(() => aWorker(false, held));
    const both = [checker.checkLines([line('no upsell')], context), checker.checkLines([line('anchor 480')], context)];
    for (const go of held.toReversed()) go();
    expect((await Promise.all(both)).map(([flags]) => flags?.length)).toEqual([0, 1]);
  });
  it('asks again when its worker died', async () => {
    const held: (() => void)[] = [];
    let started = 0;
    const checker = createWorkerChecker(() => aWorker(started++ === 0, held));
    const answer = checker.checkLines(lines, context);
    held.shift()?.();
    held.shift()?.();
    expect(await answer).toEqual(await direct.checkLines(lines, context));
    expect(started).toBe(2);
  });
  it('keeps to what the team added, after its worker died too, until it is taken away', async () => {
    const held: (() => void)[] = [];
    let started = 0;
    const checker = createWorkerChecker(() => aWorker(started++ === 0, held));
    const rule = { id: 'r', phrases: ['orbit'], category: 'quota', why: 'w', ask: 'a' } as const;
    const team = { version: 'v', rules: [{ ...rule, phrases: ['orbit'] }], neverFlagged: [], sensitivity: null };
    const count = async () => {
      const answer = checker.checkLines([line('orbit')], context);
      while (held.length > 0) held.shift()?.();
      return (await answer)[0]?.length;
    };
    checker.takeTeam(team);
    expect(await count()).toBe(1);
    expect(started).toBe(2);
    checker.takeTeam(null);
    expect(await count()).toBe(0);
    const onThisThread = createDirectChecker(engine);
    onThisThread.takeTeam(team);
    expect((await onThisThread.checkLines([line('orbit')], context))[0]).toHaveLength(1);
    onThisThread.takeTeam(null);
    expect((await onThisThread.checkLines([line('orbit')], context))[0]).toEqual([]);
  });
  it('gives up a request on which it died twice', async () => {
    const held: (() => void)[] = [];
    const answer = createWorkerChecker(() => aWorker(true, held)).checkLines(lines, context);
    const refused = expect(answer).rejects.toThrow('stopped');
    held.shift()?.();
    held.shift()?.();
    await refused;
  });
  it('owes nothing after it was disposed', async () => {
    const checker = createWorkerChecker(() => aWorker(false, []));
    const answer = checker.checkLines(lines, context);
    const refused = expect(answer).rejects.toThrow('disposed');
    checker.dispose();
    await refused;
    await expect(checker.checkLines(lines, context)).rejects.toThrow('disposed');
  });
});
