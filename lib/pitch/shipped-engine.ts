import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Engine, loadEngine } from './engine';
import table from './table.json' with { type: 'json' };

/** Both layers as they ship, for Node; the panel's worker fetches the same two files. */
export function shippedEngine(): Engine {
  const model = readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'model/model.bin'));
  return loadEngine(table, new Uint8Array(model).buffer);
}
