import { PlaybookDraft } from './draft';
import { jsonFile, type ReadFile, readJsonFile } from './json-file';
import type { Playbook } from './playbook';

/** The file in which a playbook is exported. */
export function playbookFile(playbook: Playbook | PlaybookDraft): { name: string; text: string } {
  return jsonFile(playbook);
}

/** Reads such a file, or one that somebody wrote; what is missing may be filled in later. */
export function readPlaybookFile(text: string): ReadFile<PlaybookDraft> {
  return readJsonFile(PlaybookDraft, text);
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
