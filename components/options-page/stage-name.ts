import type { MessageKey } from '@/components/ui/texts';
import type { StageKind } from '@/lib/playbooks/playbook';

/** The words for each kind of stage, where no playbook gives its own. */
export const STAGE_NAME: Record<StageKind, MessageKey> = {
  'self-check': 'playgroundStageSelfCheck',
  agreement: 'playgroundStageAgreement',
  situation: 'playgroundStageSituation',
  problem: 'playgroundStageProblem',
  cost: 'playgroundStageCost',
  tried: 'playgroundStageTried',
  objectives: 'playgroundStageObjectives',
  process: 'playgroundStageProcess',
  options: 'playgroundStageOptions',
  playback: 'playgroundStagePlayback',
  decide: 'playgroundStageDecide',
};
