import type { PlaybookRef } from '@/lib/playbooks/playbook';
import type { Outcome, Side } from '@/lib/session/decision';
import type { FlagAnswer } from '@/lib/session/note';

/** What was typed under a question. */
export type Noted = {
  text: string;
  /** Lines, as they stand in the text, to which the client gave leave. */
  theyAsked?: string[];
  /** Answers to flags, each by words that its flag covers. */
  answers?: { words: string; kind: Exclude<FlagAnswer['kind'], 'reworded'>; reason: string }[];
  /** Words that stand in the text now, and what the expert had typed first. */
  reworded?: { was: string; now: string }[];
};

/** One made-up call, as a person would tell it. */
export type Story = {
  by: 'expert' | 'lead';
  /** Days before today, and when it began (UTC). */
  daysAgo: number;
  at: string;
  minutes: number;
  playbook: PlaybookRef;
  client: string;
  title: string;
  people: { name: string; role: string; side: Side }[];
  asked: Record<string, Noted | null>;
  skipped?: Record<string, string>;
  notRelevant?: string[];
  own?: { stageId: string; text: string; noted: Noted }[];
  free?: Noted;
  decision: {
    outcome: Outcome | null;
    undecidedReason?: string;
    to?: string;
    reason?: string;
    objectives?: string[];
    /** Good and bad of each. */
    options: { leave: [string, string]; elsewhere: [string, string]; 'with-us': [string, string] };
    playback?: string;
    tookPart?: string[];
    dissent?: string;
    missing?: string;
    lookAgainInDays?: number;
    nextSteps?: { text: string; side: Side; name: string; inDays: number }[];
  };
};
