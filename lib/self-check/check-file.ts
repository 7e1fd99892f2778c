import { type ReadFile, readJsonFile } from '@/lib/playbooks/json-file';
import { SelfCheckDraft } from './draft';

/** Reads the file of a self-check that was exported, or one that somebody wrote; what is missing may be filled in later. */
export function readCheckFile(text: string): ReadFile<SelfCheckDraft> {
  return readJsonFile(SelfCheckDraft, text);
}
