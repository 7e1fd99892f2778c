import { Category } from '@/lib/pitch/flag';
import { shippedPlaybooks } from '@/lib/playbooks';
import type { Decision } from '@/lib/session/decision';
import type { Note, NoteFlag } from '@/lib/session/note';
import type { Session } from '@/lib/session/session';
import { startSession } from '@/lib/session/start-session';
import { clientName } from './paragraphs';
import { type Random, randomOf } from './random';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Over so long a time sessions are spread. */
const SPREAD_MS = 3 * 365 * DAY_MS;
const NOTES = 5;

export type Seeded = { session: Session; paragraphs: number[] };

/** The n-th session, of about 10 kB, and which paragraphs its notes are made of. The same n gives the same again. */
export function seededSession(n: number, bank: readonly string[], now: Date): Seeded {
  const random = randomOf(n * 2_654_435_761 + 17);
  const start = Math.floor(now.getTime() - DAY_MS / 12 - random.below(SPREAD_MS / 1_000) * 1_000);
  const minute = (m: number) => new Date(start + m * MINUTE_MS).toISOString();
  const playbook = random.pick(shippedPlaybooks);
  const newId = () => random.id(start);
  const begun = startSession(
    {
      client: { name: clientName(random.below(3_000)) },
      title: `Order ${n} of the ${random.pick(['workshop', 'cellar', 'north site', 'archive', 'branch', 'ward'])}`,
      people: [
        { name: 'Mara Lindt', role: 'operations', side: 'client' },
        { name: 'Jon Abara', role: 'controlling', side: 'client' },
        { name: 'Emil Roth', role: 'engineer', side: 'ours' },
      ],
      playbook,
      call: { kind: 'meet', host: 'meet.google.com' },
    },
    { now: minute(0), newId },
  );
  const all = playbook.stages.flatMap(({ questions }) => questions.map(({ id }) => id));
  const states = ['asked', 'asked', 'asked', 'skipped', 'not-relevant'] as const;
  const questions = all.slice(0, 18).map((questionId, at): Session['questions'][number] => {
    const state = random.pick(states);
    return { questionId, state, reason: state === 'skipped' ? 'Known from before' : '', at: minute(at) };
  });
  const paragraphs = Array.from({ length: NOTES }, () => random.below(bank.length));
  const under = Math.max(1, Math.floor(all.length / NOTES));
  const notes = paragraphs.map((paragraph, at): Note => {
    const text = bank[paragraph] ?? '';
    const flags = random.chance(0.45) ? [flagIn(text, random, newId, minute(40))] : [];
    return { id: newId(), questionId: all[at * under] ?? null, text, theyAsked: [], flags, updatedAt: minute(at * 8) };
  });
  const decision = decisionOf(begun, random, start);
  const times = { updatedAt: minute(45), finishedAt: minute(45) };
  return { session: { ...begun, revision: 2, questions, notes, decision, ...times }, paragraphs };
}

function flagIn(text: string, random: Random, newId: () => string, at: string): NoteFlag {
  const from = text.indexOf(' ', random.below(text.length / 2)) + 1;
  const to = text.indexOf(' ', from + 12);
  const kind = random.pick(['reworded', 'kept', 'disputed', null, null] as const);
  return {
    ...{ id: newId(), from, to, category: random.pick(Category.options) },
    why: 'It puts forward what we would like before their evidence is there.',
    ask: 'What would have to be true for that to help them?',
    sureness: (40 + random.below(60)) / 100,
    part: { kind: 'rule', id: 'seeded' },
    engine: 'rules-1',
    piece: kind === 'reworded' ? '' : text.slice(from, to),
    answer: kind && { kind, reason: kind === 'reworded' ? '' : 'It is how they said it.', at },
  };
}

function decisionOf({ decision, people }: Session, random: Random, start: number): Decision {
  const outcome = random.pick(['yes', 'no', 'not-yet', null] as const);
  const sides = {
    good: 'It costs nothing at first and nobody has to learn.',
    bad: 'The scrap stays, and who counts it.',
  };
  return {
    ...decision,
    outcome,
    to: 'Count at the line and not after it',
    reason: outcome ? 'A day a week of two people goes into numbers that come too late to act on.' : '',
    objectives: ['Deliver what was promised on the day that was promised', 'Fewer night shifts by next summer'],
    options: decision.options.map((option) => ({ ...option, ...sides })),
    playback: { text: 'They count late because the scales do not talk to the plan.', confirmed: true },
    tookPart: people.map(({ id }) => id),
    missing: outcome === 'not-yet' ? 'The numbers of one month from both lines' : '',
    lookAgainOn: outcome === 'not-yet' ? new Date(start + 30 * DAY_MS).toISOString().slice(0, 10) : null,
    undecidedReason: outcome ? '' : 'The time was over.',
  };
}
