import type { Session } from '@/lib/session/session';
import type { RecordDocument } from './record';

/** The record of a finished session's decision: that, who took part, and nothing of how the talk went. */
export function recordOf(session: Session): RecordDocument {
  const { decision, people } = session;
  const took = people.filter(({ id }) => decision.tookPart.includes(id));
  return {
    client: session.client.name,
    title: session.title,
    decidedAt: session.finishedAt ?? session.updatedAt,
    people: took.map(({ name, side }) => ({ name, side })),
    outcome: decision.outcome,
    to: decision.to,
    reason: decision.reason,
    objectives: decision.objectives.filter((one) => one.trim() !== ''),
    options: decision.options
      .filter(({ good, bad, kind }) => kind !== 'with-us' || good.trim() !== '' || bad.trim() !== '')
      .map(({ id, kind, title, good, bad }) => ({ id, kind, title, good, bad })),
    nextSteps: decision.nextSteps.map(({ id, text, owner, date }) => ({
      id,
      text,
      side: owner.side,
      name: owner.name,
      date,
    })),
    dissent: decision.dissent,
    missing: decision.missing,
    lookAgainOn: decision.lookAgainOn,
    undecidedReason: decision.outcome === null ? decision.undecidedReason : '',
  };
}
