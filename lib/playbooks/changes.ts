import type { PlaybookDraft } from './draft';

type Kind = 'stage' | 'question';
/** What one version has that another has not; `what` is its title or text. */
export type PlaybookChange = {
  kind: `${Kind}-${'added' | 'removed' | 'changed'}` | 'order' | 'title';
  what: string;
};

type Piece = { kind: Kind; what: string; content: string };

/** What changed from one version of a playbook to the next, stage by stage; empty when nothing did. */
export function changesOf(before: PlaybookDraft | null, after: PlaybookDraft): PlaybookChange[] {
  if (!before) return [];
  const [old, now] = [piecesOf(before), piecesOf(after)];
  const changes: PlaybookChange[] = [];
  if (before.title !== after.title || before.summary !== after.summary)
    changes.push({ kind: 'title', what: after.title });
  for (const [id, { kind, what, content }] of now) {
    const was = old.get(id);
    if (!was) changes.push({ kind: `${kind}-added`, what });
    else if (was.content !== content) changes.push({ kind: `${kind}-changed`, what });
  }
  for (const [id, { kind, what }] of old) if (!now.has(id)) changes.push({ kind: `${kind}-removed`, what });
  const kept = (pieces: Map<string, Piece>, other: Map<string, Piece>) =>
    [...pieces.keys()].filter((id) => other.has(id)).join(' ');
  if (kept(old, now) !== kept(now, old)) changes.push({ kind: 'order', what: '' });
  return changes;
}

/** Every stage and question by its id, in their order. Questions lie under their stages. */
function piecesOf({ stages }: PlaybookDraft): Map<string, Piece> {
  const pieces = stages.flatMap(({ questions, ...stage }): [string, Piece][] => [
    [`stage ${stage.id}`, { kind: 'stage', what: stage.title, content: JSON.stringify(sorted(stage)) }],
    ...questions.map((question): [string, Piece] => [
      `question ${question.id}`,
      { kind: 'question', what: question.text, content: JSON.stringify(sorted(question)) },
    ]),
  ]);
  return new Map(pieces);
}

/** A database may give the fields back in another order. */
function sorted(content: object): [string, unknown][] {
  return Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));
}
