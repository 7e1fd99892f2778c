import type { Table } from '../table';
import type { Member } from './members';
import { QUESTIONS } from './questions';

const TIMES = 120;
const WARM_UP = 16;

/** Asks each kind of question many times, one after the other, in turn as the lead of each team. */
export async function measure(origin: string, members: readonly Member[], sessions: number): Promise<Table['rows']> {
  const rows: Table['rows'] = [];
  for (const { what, atMost, path } of QUESTIONS) {
    const times: number[] = [];
    for (let turn = -WARM_UP; turn < TIMES; turn += 1) {
      const at = turn + WARM_UP;
      const member = members[at % members.length];
      if (!member) throw new Error('nobody to ask as');
      const begun = performance.now();
      const answer = await fetch(origin + path(member, at), { headers: member.caller.headers });
      const body = await answer.text();
      if (turn >= 0) times.push(performance.now() - begun);
      if (answer.status !== 200) throw new Error(`${what}: ${answer.status} ${body}`);
    }
    const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
    rows.push([
      sessions,
      what,
      times.length,
      p50.toFixed(1),
      p95.toFixed(1),
      atMost,
      p95 <= atMost ? 'held' : 'NOT HELD',
    ]);
    console.log(`${sessions}  ${what}: ${p50.toFixed(1)} / ${p95.toFixed(1)} ms`);
  }
  return rows;
}

export function quantile(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
