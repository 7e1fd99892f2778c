import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { seedDemo } from '@/server/demo';
import { startApi } from '@/server/start-api';
import { buildExtension, buildWeb, type Launched, ROOT } from '../browser';
import { installedChromium } from '../browser/find-chromium';
import { choosePort } from './choose-port';
import { hasScreen } from './has-screen';
import { openBrowser } from './open-browser';
import { tell } from './tell';

const data = process.env.EITHERWAY_DATA || join(ROOT, '.data');
const log = join(data, 'api.log');

const wished = Number(process.env.PORT || 8787);
const port = await choosePort(wished);
if (port !== wished) console.log(`Port ${wished} is taken, so it is ${port}.`);
console.log('Building what is missing, older than its sources or made for another port.');
const extension = await buildExtension('chrome', `http://localhost:${port}`);
await buildWeb();
mkdirSync(data, { recursive: true });
const api = await startApi({
  port,
  data,
  databaseUrl: process.env.DATABASE_URL || undefined,
  log: pino(pino.destination({ dest: log, mkdir: true })),
});
const seeded = await seedDemo({ origin: api.origin, databaseUrl: api.databaseUrl });
if (seeded.kind === 'refused') console.log(`There is no demo team: ${seeded.why}`);

let launched: Launched | null = null;
const noBrowser = !hasScreen() ? 'no-screen' : installedChromium() === null ? 'no-chromium' : null;
if (noBrowser === null) launched = await openBrowser(data, api.origin);
console.log(
  tell({ origin: api.origin, extension, noBrowser, signIns: seeded.kind === 'ready' ? seeded.signIns : [], log }),
);

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  console.log('\nStopping.');
  await launched?.close().catch(() => undefined);
  await api.stop();
  process.exit(0);
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
launched?.browser.on('disconnected', () => {
  if (!stopping) console.log('The browser was closed. The API still serves; Ctrl+C stops it.');
});
