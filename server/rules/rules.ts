import { createHash } from 'node:crypto';
import { and, asc, desc, eq, max } from 'drizzle-orm';
import { failedExamples } from '@/lib/pitch/team-examples';
import type { TeamFlags, TeamRule } from '@/lib/pitch/team-rule';
import type { Tx } from '../db/connect';
import { teamRule } from '../db/schema';
import type { Member } from '../deps';
import { Problem } from '../errors';
import { readSettings } from '../team/settings';
import type { RuleEntry } from './wire';

type Row = typeof teamRule.$inferSelect;

/** As many rules as a team may have, drafts and retired ones included. */
const MOST_RULES = 300;

/** What the panels of a team get: its published rules, the words that are never an agenda, and how readily to flag. */
export async function readTeamFlags(tx: Tx, teamId: string): Promise<TeamFlags> {
  const { neverFlagged, sensitivity } = await readSettings(tx, teamId);
  const rules = (await readRules(tx, teamId)).flatMap(({ id, state, published }) => {
    if (state !== 'published' || !published) return [];
    const { phrases, category, ask, why } = published.rule;
    return [{ id, phrases, category, ask, why }];
  });
  return { version: shortHash({ rules, neverFlagged }), rules, neverFlagged, sensitivity };
}

/** Every rule of the team by its age, with its newest version and its draft. */
export async function readRules(tx: Tx, teamId: string): Promise<RuleEntry[]> {
  const rows = await tx
    .select()
    .from(teamRule)
    .where(eq(teamRule.teamId, teamId))
    .orderBy(asc(teamRule.id), desc(teamRule.version));
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, versions]) => entryOf(id, versions));
}

function entryOf(id: string, newestFirst: readonly Row[]): RuleEntry {
  const draft = newestFirst.find(({ status }) => status === 'draft');
  const last = newestFirst.find(({ status }) => status !== 'draft');
  return {
    id,
    state: last?.status ?? 'draft',
    published: last ? { version: last.version, rule: last.document, at: last.writtenAt.toISOString() } : null,
    draft: draft
      ? { version: draft.version, rule: draft.document, at: draft.writtenAt.toISOString(), mark: markOf(draft) }
      : null,
  };
}

/** Keeps a draft. Refuses when the one that is there is not the one that was seen. */
export async function saveDraft(
  tx: Tx,
  member: Member,
  { id, rule, seen }: { id: string; rule: TeamRule; seen: string | null },
  now: Date,
): Promise<RuleEntry> {
  const teamId = member.team.id;
  const [draft] = await tx.select().from(teamRule).where(isDraft(teamId, id)).for('update');
  if ((draft ? markOf(draft) : null) !== seen) throw new Problem('draft-changed');
  const written = { document: rule, writtenBy: member.user.id, writtenAt: now };
  if (draft) await tx.update(teamRule).set(written).where(isDraft(teamId, id));
  else {
    if ((await readRules(tx, teamId)).length >= MOST_RULES)
      throw new Problem('wrong-form', { detail: `A team has at most ${MOST_RULES} rules.` });
    const row = {
      teamId,
      id,
      version: (await newestVersion(tx, teamId, id)) + 1,
      status: 'draft' as const,
      ...written,
    };
    const added = await tx.insert(teamRule).values(row).onConflictDoNothing().returning({ id: teamRule.id });
    if (added.length === 0) throw new Problem('draft-changed');
  }
  return readRule(tx, teamId, id);
}

export async function dropDraft(tx: Tx, teamId: string, id: string): Promise<void> {
  const gone = await tx.delete(teamRule).where(isDraft(teamId, id)).returning({ id: teamRule.id });
  if (gone.length === 0) throw new Problem('not-found');
}

/** The draft becomes the version that counts; without a draft a retired rule counts again. Refused while an example fails. */
export async function publishRule(tx: Tx, teamId: string, id: string): Promise<RuleEntry> {
  const { state, published, draft } = await readRule(tx, teamId, id);
  const next = draft ?? (state === 'retired' ? published : null);
  if (!next) throw new Problem('already-there', { detail: 'This rule is published as it stands.' });
  const issues = failedExamples(next.rule).map(({ list, at }) => ({ path: `${list}.${at}`, message: 'fails' }));
  if (issues.length > 0) throw new Problem('example-fails', { issues });
  await setStatus(tx, teamId, id, next.version, 'published');
  return readRule(tx, teamId, id);
}

export async function retireRule(tx: Tx, teamId: string, id: string): Promise<RuleEntry> {
  const { state, published } = await readRule(tx, teamId, id);
  if (state !== 'published' || !published) throw new Problem('not-found');
  await setStatus(tx, teamId, id, published.version, 'retired');
  return readRule(tx, teamId, id);
}

async function readRule(tx: Tx, teamId: string, id: string): Promise<RuleEntry> {
  const rows = await tx
    .select()
    .from(teamRule)
    .where(and(eq(teamRule.teamId, teamId), eq(teamRule.id, id)))
    .orderBy(desc(teamRule.version));
  if (rows.length === 0) throw new Problem('not-found');
  return entryOf(id, rows);
}

async function setStatus(tx: Tx, teamId: string, id: string, version: number, status: 'published' | 'retired') {
  await tx
    .update(teamRule)
    .set({ status })
    .where(and(eq(teamRule.teamId, teamId), eq(teamRule.id, id), eq(teamRule.version, version)));
}

async function newestVersion(tx: Tx, teamId: string, id: string): Promise<number> {
  const [row] = await tx
    .select({ version: max(teamRule.version) })
    .from(teamRule)
    .where(and(eq(teamRule.teamId, teamId), eq(teamRule.id, id)));
  return row?.version ?? 0;
}

const isDraft = (teamId: string, id: string) =>
  and(eq(teamRule.teamId, teamId), eq(teamRule.id, id), eq(teamRule.status, 'draft'));

function markOf({ document, writtenBy, writtenAt, version }: Row): string {
  return shortHash({ document, writtenBy, writtenAt, version });
}

function shortHash(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12);
}
