import type { MessageKey } from '@/components/ui/texts';
import type { DraftProblem } from '@/lib/playbooks/draft-problems';

/** The sentence for each thing that keeps a draft from being published. */
export const PROBLEM_WORDS: Record<DraftProblem['kind'], MessageKey> = {
  missing: 'playbooksProblemMissing',
  wrong: 'playbooksProblemWrong',
  'no-questions': 'playbooksProblemNoQuestions',
  'no-stages': 'playbooksProblemNoStages',
  'leading-question': 'playbooksProblemLeading',
  'stage-id-twice': 'playbooksProblemStageTwice',
  'question-id-twice': 'playbooksProblemQuestionTwice',
  'options-incomplete': 'playbooksProblemOptions',
  'nothing-decided': 'playbooksProblemDecide',
};
