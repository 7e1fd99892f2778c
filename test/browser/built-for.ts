import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Beside the build, never in it: what is in the folder is what a browser loads. */
const noteOf = (folder: string) => `${folder}.built-for`;

/** Whether the options page of this build offers that address; any will do when none is asked for. */
export function isBuiltFor(folder: string, apiOrigin: string | undefined): boolean {
  if (apiOrigin === undefined) return true;
  const note = noteOf(folder);
  if (!existsSync(note) || statSync(note).mtimeMs < statSync(join(folder, 'manifest.json')).mtimeMs) return false;
  return readFileSync(note, 'utf8') === apiOrigin;
}

export function noteBuiltFor(folder: string, apiOrigin: string): void {
  writeFileSync(noteOf(folder), apiOrigin);
}
