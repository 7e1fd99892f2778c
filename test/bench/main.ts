import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { printTable } from '../eval/tables';
import { benchPuts } from './api-puts';
import { benchEditor } from './editor/bench-editor';
import { benchFlags } from './flags';
import { benchLighthouse } from './lighthouse';
import { benchPanelPaint } from './panel-paint';
import { panelSize } from './panel-size';
import type { Table } from './table';
import { benchWebPaint } from './web-paint';

const BENCHES: Record<string, () => Promise<Table>> = {
  size: panelSize,
  paint: benchPanelPaint,
  editor: benchEditor,
  puts: benchPuts,
  flags: benchFlags,
  web: benchWebPaint,
  lighthouse: benchLighthouse,
};

/** `npm run bench [-- --only size,paint,editor,puts,flags,web,lighthouse] [--json FILE]`: speeds and sizes, side by side in one run. */
const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });
const names = values.only?.split(',') ?? Object.keys(BENCHES);
const unknown = names.filter((name) => !(name in BENCHES));
if (unknown.length > 0)
  throw new Error(`There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}.`);

const machine = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}, ${process.platform}`;
console.log(machine);
const tables: Table[] = [];
for (const name of names) {
  const table = await BENCHES[name]?.();
  if (!table) continue;
  printTable(table);
  tables.push(table);
}
if (values.json)
  writeFileSync(values.json, `${JSON.stringify({ machine, at: new Date().toISOString(), tables }, null, 2)}\n`);
