import * as z from 'zod/mini';
import { StageKind } from '@/lib/playbooks/playbook';

export const Slug = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));

/** A language as browsers name it (BCP 47), such as `de` or `pt-BR`. */
export const Language = z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/));
export type Language = z.infer<typeof Language>;

/** What has to hold of the answer to an earlier question. A question that was not asked counts as unanswered. */
export const Condition = z.object({
  question: Slug,
  is: z.enum(['any-of', 'none-of', 'answered', 'unanswered']),
  /** Ids of choices; empty for `answered` and `unanswered`. */
  choices: z.array(Slug).check(z.maxLength(20)),
});
export type Condition = z.infer<typeof Condition>;

export const Choice = z.object({ id: Slug, text: z.string().check(z.minLength(1), z.maxLength(200)) });
export type Choice = z.infer<typeof Choice>;

/** One question to the client. Every one may be left unanswered. */
export const CheckQuestion = z.object({
  id: Slug,
  /** The stage of the playbook in which the expert sees the answer. */
  stage: StageKind,
  /** Own words, one choice, or as many as apply. */
  kind: z.enum(['text', 'one', 'several']),
  text: z.string().check(z.minLength(1), z.maxLength(400)),
  help: z.string().check(z.maxLength(400)),
  choices: z.array(Choice).check(z.maxLength(12)),
  /** All of them must hold, else the question is passed over; none means always. */
  askIf: z.array(Condition).check(z.maxLength(10)),
});
export type CheckQuestion = z.infer<typeof CheckQuestion>;

/** What the page says at the end: a talk seems worth it, it may be too early, or others are likely the right ones. */
export const ClosingId = z.enum(['talk', 'early', 'others']);
export type ClosingId = z.infer<typeof ClosingId>;

/** An address that may be linked from the page. */
const Address = z.union([z.literal(''), z.url({ protocol: /^https$/ }).check(z.maxLength(500))]);

export const Closing = z.object({
  title: z.string().check(z.minLength(1), z.maxLength(200)),
  text: z.string().check(z.minLength(1), z.maxLength(2_000)),
  /** What to find out first, or who might be the right ones. */
  hints: z
    .array(z.object({ text: z.string().check(z.minLength(1), z.maxLength(300)), address: Address }))
    .check(z.maxLength(12)),
});
export type Closing = z.infer<typeof Closing>;

/** The first criterion whose conditions all hold names the closing. */
export const Criterion = z.object({
  closing: ClosingId,
  when: z.array(Condition).check(z.minLength(1), z.maxLength(10)),
});
export type Criterion = z.infer<typeof Criterion>;

const CheckId = Slug;
const Version = z.int().check(z.minimum(1), z.maximum(100_000));
const title = z.string().check(z.minLength(1), z.maxLength(120));
const intro = z.string().check(z.minLength(1), z.maxLength(2_000));

/** The same in another language; what is missing stays in the language of the self-check. */
export const Translation = z.object({
  title: z.optional(title),
  intro: z.optional(intro),
  questions: z.record(
    Slug,
    z.object({
      text: z.optional(CheckQuestion.shape.text),
      help: z.optional(CheckQuestion.shape.help),
      choices: z.optional(z.record(Slug, Choice.shape.text)),
    }),
  ),
  closings: z.partialRecord(
    ClosingId,
    z.object({
      title: z.optional(Closing.shape.title),
      text: z.optional(Closing.shape.text),
      /** In the order of the closing's hints. */
      hints: z.optional(z.array(z.string().check(z.maxLength(300))).check(z.maxLength(12))),
    }),
  ),
});
export type Translation = z.infer<typeof Translation>;

/** A versioned playbook of questions that clients answer by themselves before a call. See `selfCheckProblems` for what hangs together. */
export const SelfCheck = z.object({
  id: CheckId,
  version: Version,
  language: Language,
  title,
  intro,
  questions: z.array(CheckQuestion).check(z.minLength(1), z.maxLength(20)),
  closings: z.object({ talk: Closing, early: Closing, others: Closing }),
  criteria: z.array(Criterion).check(z.maxLength(20)),
  /** Where no criterion holds. */
  otherwise: ClosingId,
  translations: z.record(Language, Translation),
});
export type SelfCheck = z.infer<typeof SelfCheck>;

export const SelfCheckRef = z.object({ id: CheckId, version: Version });
export type SelfCheckRef = z.infer<typeof SelfCheckRef>;

export const LONGEST_ANSWER = 2_000;

/** What the client wrote or chose under one question. */
export const Answer = z.object({
  text: z.string().check(z.maxLength(LONGEST_ANSWER)),
  choices: z.array(Slug).check(z.maxLength(12)),
});
export type Answer = z.infer<typeof Answer>;

/** By id of question. */
export const Answers = z.record(Slug, Answer);
export type Answers = z.infer<typeof Answers>;
