import * as z from 'zod/mini';
import { StageKind } from '@/lib/playbooks/playbook';

/** What of one session insights count. It says whether things were done, never which way a decision went. */
export const SessionMeasures = z.object({
  /** Whether a decision was reached, and whether a reason in the client's terms stands with it. */
  decided: z.boolean(),
  reasoned: z.boolean(),
  /** Kinds of stage of which a question had been asked before the first talk of options; null when options were not talked of. */
  stagesBeforeOptions: z.nullable(z.array(StageKind)),
  /** State of every question of the playbook, by id: asked, skipped, not relevant, or open. */
  questions: z.record(z.string(), z.enum(['asked', 'skipped', 'not-relevant', 'open'])),
  /** Flags reworded, by the question they stood under. */
  reworded: z.record(z.string(), z.int()),
  /** The expert's own questions, as typed. */
  ownQuestions: z.array(z.object({ stageId: z.string(), text: z.string() })),
});
export type SessionMeasures = z.infer<typeof SessionMeasures>;
