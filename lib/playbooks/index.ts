import { Playbook, type PlaybookRef } from './playbook';
import sequence from './shipped/diagnostic-sequence.json' with { type: 'json' };
import firstCall from './shipped/first-call-25.json' with { type: 'json' };
import deepDive from './shipped/technical-deep-dive.json' with { type: 'json' };

/** The playbooks that ship, the default one first. For Node and the web; the panel fetches them (see load-shipped.ts). */
export const shippedPlaybooks: readonly Playbook[] = [sequence, firstCall, deepDive].map((one) => Playbook.parse(one));

export function findShipped(ref: PlaybookRef): Playbook | undefined {
  return shippedPlaybooks.find((playbook) => playbook.id === ref.id && playbook.version === ref.version);
}
