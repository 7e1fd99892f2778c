import type { Member } from './members';

/** One kind of request: its address for a member, and within how many milliseconds 95 of 100 shall be answered. */
export type Question = { what: string; atMost: number; path: (member: Member, turn: number) => string };

const list = (what: string, atMost: number, query: (member: Member, turn: number) => Record<string, string>) => ({
  what,
  atMost,
  path: (member: Member, turn: number) => `/api/sessions?${new URLSearchParams(query(member, turn))}`,
});

export const QUESTIONS: readonly Question[] = [
  list('queue, newest', 50, () => ({})),
  list('queue, by need', 50, () => ({ order: 'need' })),
  list('newest, last page', 50, ({ lastPage }) => (lastPage.newest ? { cursor: lastPage.newest } : {})),
  list('by need, last page', 50, ({ lastPage }) => ({
    order: 'need',
    ...(lastPage.need && { cursor: lastPage.need }),
  })),
  list('expert', 50, ({ expert }, turn) => ({ expert: expert(turn) })),
  list('client, a part of the name', 50, ({ sampleOf }, turn) => ({ client: sampleOf(turn).client.slice(0, 6) })),
  list('client, nobody', 50, () => ({ client: 'nobody has this name' })),
  list('category', 50, () => ({ category: 'pressure' })),
  list('stage', 50, () => ({ stage: 'cost' })),
  list('category under a stage', 50, () => ({ category: 'quota', stage: 'tried' })),
  list('playbook', 50, () => ({ playbook: 'first-call-25' })),
  list('no decision reached', 50, () => ({ decided: 'false' })),
  list('not reviewed, by need', 50, () => ({ reviewed: 'false', order: 'need' })),
  list('reviewed', 50, () => ({ reviewed: 'true' })),
  list('a look was asked for', 50, () => ({ need: 'look-asked' })),
  list('a month, two years ago', 50, ({ longAgo }) => longAgo),
  list('five filters at once', 50, ({ expert, longAgo }, turn) => ({
    ...{ expert: expert(turn), category: 'closing', decided: 'true', reviewed: 'false', from: longAgo.from ?? '' },
  })),
  list('text, a word in nearly every session', 150, () => ({ text: 'scrap' })),
  list('text, a rare word', 150, ({ sampleOf }, turn) => ({ text: sampleOf(turn).rare })),
  list('text, common and rare', 150, ({ sampleOf }, turn) => ({ text: `scrap ${sampleOf(turn).rare}` })),
  list('text, words side by side', 150, () => ({ text: '"without a second pair of eyes"' })),
  list('text, by need, no decision', 150, () => ({ text: 'audit', order: 'need', decided: 'false' })),
  list('text, nowhere', 150, () => ({ text: 'zeppelin' })),
  { what: 'one session', atMost: 30, path: ({ sampleOf }, turn) => `/api/sessions/${sampleOf(turn).id}` },
  { what: 'insights, 12 months', atMost: 300, path: () => '/api/insights' },
  { what: 'insights, 36 months', atMost: 300, path: ({ years }) => `/api/insights?${new URLSearchParams(years)}` },
];
