import { v7 } from 'uuid';
import { aNo, aNote, aSession, idOf } from '@/test/fixtures';
import { startApi } from '../browser';
import { aTeamAt } from '../browser/team';
import type { Table } from './table';

const CONNECTIONS = 50;
/** Below what one person may write in a minute. */
const PER_PERSON = 500;

/** PUT of new sessions of 10 kB over HTTP at 50 connections, on the embedded database, row-level security and sign-in included. */
export async function benchPuts(): Promise<Table> {
  const api = await startApi();
  try {
    const team = await aTeamAt(api.origin, 'Bench');
    const people = [team.admin, team.lead, team.expert, team.colleague];
    const waiting = people.flatMap((person) =>
      Array.from({ length: PER_PERSON }, () => ({ person, session: tenKilobytes() })),
    );
    const times: number[] = [];
    const begun = performance.now();
    await Promise.all(
      Array.from({ length: CONNECTIONS }, async () => {
        for (let next = waiting.pop(); next; next = waiting.pop()) {
          const sent = performance.now();
          const answer = await fetch(`${api.origin}/api/sessions/${next.session.id}`, {
            method: 'PUT',
            headers: { 'content-type': 'application/json', ...next.person.headers },
            body: JSON.stringify(next.session),
          });
          if (answer.status !== 201) throw new Error(`PUT: ${answer.status} ${await answer.text()}`);
          await answer.arrayBuffer();
          times.push(performance.now() - sent);
        }
      }),
    );
    const seconds = (performance.now() - begun) / 1_000;
    const at = (share: number) => Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0);
    return {
      title: 'PUT of new 10 kB sessions (client and server on the same cores)',
      columns: ['sessions', 'connections', 'requests a second', 'p50 ms', 'p99 ms'],
      rows: [[times.length, CONNECTIONS, Math.round(times.length / seconds), at(0.5), at(0.99)]],
    };
  } finally {
    await api.stop();
  }
}

function tenKilobytes() {
  const now = new Date().toISOString();
  const notes = [
    aNote({ id: idOf(1), text: 'They count the scrap by hand every Friday. '.repeat(170), updatedAt: now }),
  ];
  return aSession({ id: v7(), notes, decision: aNo(), startedAt: now, updatedAt: now, finishedAt: now });
}
