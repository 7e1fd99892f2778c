import { PlaybookDraft } from './draft';
import type { Playbook } from './playbook';

/** A file may be so large, in characters; the largest playbook that the form allows stays below. */
export const FILE_LIMIT = 2_000_000;

export type ImportedFile =
  | { kind: 'read'; draft: PlaybookDraft }
  /** `where`: the first place that does not have the form, as a path in the file. */
  | { kind: 'refused'; reason: 'too-large' | 'no-json' | 'wrong-form'; where: string };

/** The file in which a playbook is exported. */
export function playbookFile(playbook: Playbook | PlaybookDraft): { name: string; text: string } {
  return { name: `${playbook.id}-${playbook.version}.json`, text: `${JSON.stringify(playbook, null, 2)}\n` };
}

/** Reads such a file, or one that somebody wrote. What is missing may be filled in later; what has the wrong form is refused. */
export function readPlaybookFile(text: string): ImportedFile {
  const refused = (reason: 'too-large' | 'no-json' | 'wrong-form', where = ''): ImportedFile => ({
    kind: 'refused',
    reason,
    where,
  });
  if (text.length > FILE_LIMIT) return refused('too-large');
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return refused('no-json');
  }
  const read = PlaybookDraft.safeParse(content);
  if (!read.success) return refused('wrong-form', read.error.issues[0]?.path.map(String).join('.') ?? '');
  return { kind: 'read', draft: read.data };
}

/** An id made of a title: small letters, digits and hyphens, none of those that are taken. */
export function playbookIdOf(title: string, taken: readonly string[]): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '');
  const base = plain || 'playbook';
  const used = new Set([...taken, ...RESERVED]);
  let id = base;
  for (let n = 2; used.has(id); n++) id = `${base}-${n}`;
  return id;
}

/** Words that stand in addresses beside the ids. */
const RESERVED = ['drafts', 'usage', 'recurring'];
