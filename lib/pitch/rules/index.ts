import type { Rule } from '../rule';
import { closing } from './closing';
import { disparage } from './disparage';
import { featurePitch } from './feature-pitch';
import { flattery } from './flattery';
import { leadingQuestion } from './leading-question';
import { manipulation } from './manipulation';
import { objectionCombat } from './objection-combat';
import { prematureSolution } from './premature-solution';
import { pressure } from './pressure';
import { quota } from './quota';
import { socialProof } from './social-proof';

/** Every rule, in the order of the categories. */
export const rules: readonly Rule[] = [
  ...prematureSolution,
  ...featurePitch,
  ...pressure,
  ...closing,
  ...quota,
  ...objectionCombat,
  ...leadingQuestion,
  ...flattery,
  ...disparage,
  ...socialProof,
  ...manipulation,
];
