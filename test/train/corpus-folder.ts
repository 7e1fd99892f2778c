import { existsSync } from 'node:fs';

/** Where the neutral lines lie; they are never part of the project. Throws one sentence when they are not there. */
export function corpusFolder(): string {
  const folder = process.env.EITHERWAY_CORPUS ?? '../shared/corpus';
  if (existsSync(`${folder}/neutral`)) return folder;
  throw new Error(
    `The neutral lines are not in ${folder}/neutral. Set EITHERWAY_CORPUS to the folder that holds neutral/.`,
  );
}
