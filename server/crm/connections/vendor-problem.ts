import { Problem } from '../../errors';
import { CrmError } from '../crm-error';

/** What a person is told when the vendor does not do what they asked for: a code, never the vendor's words. */
export async function orProblem<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    const away = error.kind === 'retry' || error.kind === 'doubt';
    throw new Problem(away ? 'crm-away' : 'crm-refused', { reason: error.code ?? error.kind });
  }
}
