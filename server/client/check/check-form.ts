import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { type Answers, LONGEST_ANSWER, type SelfCheck } from '@/lib/self-check/self-check';
import { EmailAddress } from '@/lib/session/session';
import { line, lines } from '../form-fields';

export type Talk = { time: string; email: string; name: string; organisation: string; message: string };

/** Where a client stands: nothing of it is stored with us, the page carries it along. */
export type CheckForm = {
  /** 256 random bits, made with the first page: sending twice is sending once. */
  form: string;
  version: number;
  /** The question that was on the page; empty before the first, `end` at the end. */
  at: string;
  go: string;
  answers: Answers;
  talk: Talk;
  /** Whether the field that people do not see was filled. */
  isTrapped: boolean;
};

export const TRAP = 'fax-number';

export function newForm(): string {
  return randomBytes(32).toString('base64url');
}

/** Reads a form leniently: what does not belong to the self-check is left out, what is too long is cut where the page would have. */
export function readCheckForm(fields: URLSearchParams, check: SelfCheck): CheckForm {
  const answers: Answers = {};
  for (const { id } of check.questions) {
    const text = lines(fields, `t.${id}`, LONGEST_ANSWER);
    const choices = fields
      .getAll(`c.${id}`)
      .slice(0, 12)
      .filter((choice) => choice !== '');
    if (text || choices.length > 0) answers[id] = { text, choices };
  }
  const form = fields.get('form') ?? '';
  return {
    form: /^[A-Za-z0-9_-]{43}$/.test(form) ? form : newForm(),
    version: check.version,
    at: line(fields, 'at', 64),
    go: line(fields, 'go', 70),
    answers,
    talk: {
      time: line(fields, 'time', 40),
      email: line(fields, 'email', 254),
      name: line(fields, 'name'),
      organisation: line(fields, 'organisation'),
      message: lines(fields, 'message', LONGEST_ANSWER),
    },
    isTrapped: (fields.get(TRAP) ?? '') !== '',
  };
}

export function versionOf(fields: URLSearchParams): number {
  const version = Number(fields.get('v'));
  return Number.isInteger(version) && version > 0 ? version : 0;
}

/** What has to be put right before a wish for a talk can be sent, or null. `known`: they can be reached without it. */
export function talkProblem({ email }: Talk, known: boolean): 'emailWrong' | 'reachNeeded' | null {
  if (email && !z.safeParse(EmailAddress, email).success) return 'emailWrong';
  return email || known ? null : 'reachNeeded';
}

/** The secret part of the address under which a client finds what they sent: who has the form of it has it, nobody else. */
export function sentSecret(linkSecret: string, form: string): string {
  return createHash('sha256').update(`sent.${linkSecret}.${form}`).digest('base64url');
}
