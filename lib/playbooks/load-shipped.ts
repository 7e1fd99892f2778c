import { Playbook } from './playbook';
import sequence from './shipped/diagnostic-sequence.json?url';
import firstCall from './shipped/first-call-25.json?url';
import deepDive from './shipped/technical-deep-dive.json?url';

/**
 * Reads the playbooks that ship from the extension's own files, the default one first: they are data, so they stay out of the
 * panel's JavaScript. Rejects only when the extension's files are damaged.
 */
export async function loadShippedPlaybooks(fetchFile: typeof fetch = fetch): Promise<Playbook[]> {
  return Promise.all(
    [sequence, firstCall, deepDive].map(async (url) => Playbook.parse(await (await fetchFile(url)).json())),
  );
}
