import * as z from 'zod/mini';
import { Month } from '@/lib/insights/insights';

/**
 * The three questions that a client may answer after a talk: how much effort went into understanding their situation,
 * hearing what matters to them, and letting that shape what comes next. In our own words, modelled on patient-reported
 * measures of shared decision-making such as CollaboRATE (Elwyn and others, 2013); never validated, and no score.
 */
export const TALK_QUESTIONS = ['understood', 'heard', 'shaped'] as const;
export type TalkQuestion = (typeof TALK_QUESTIONS)[number];

/** The highest step: 0 is none at all, 4 every effort. */
export const HIGHEST_STEP = 4;
export const TALK_STEPS = [0, 1, 2, 3, 4] as const;

/** A step each, or null where a question was left empty. */
export type TalkAnswers = Record<TalkQuestion, number | null>;

/** The mean step, 0 to 4, to one decimal, of `atLeast` answers or up to 4 more: exact numbers would tell who left one empty. */
export const TalkMean = z.object({ mean: z.number(), atLeast: z.int().check(z.minimum(5)) });
export type TalkMean = z.infer<typeof TalkMean>;

const means = { understood: TalkMean, heard: TalkMean, shaped: TalkMean };

/** What is shown of the answers: groups of months in a row, the oldest first, and all of those groups together. */
export const TalkInsights = z.object({
  groups: z.array(z.object({ from: Month, to: Month, ...means })),
  together: z.nullable(z.object(means)),
});
export type TalkInsights = z.infer<typeof TalkInsights>;
