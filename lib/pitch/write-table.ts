import { writeFileSync } from 'node:fs';
import { buildTable } from './build-table';
import { rules } from './rules';

/** `npm run build:pitch`: writes the table that the panel and Node read. A test proves that it is the rules' own. */
writeFileSync(new URL('./table.json', import.meta.url), `${JSON.stringify(buildTable(rules), null, 1)}\n`);
