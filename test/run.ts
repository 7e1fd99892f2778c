import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildExtension, buildWeb, ROOT } from './browser/build-extension';
import { lintExtension } from './run/lint-extension';
import { findPrerequisites } from './run/prerequisites';
import { type StepResult, step, tool } from './run/step';
import { closingLine, countsOf } from './run/vitest-report';

const REPORT = join(ROOT, '.output', 'tests.json');
const inCi = process.env.CI === 'true';

const steps: StepResult[] = [];
const todo = async (name: string, run: () => Promise<void>) => steps.push(await step(name, run));

let chromium: string | null = null;
await todo('what the tests need', async () => {
  const found = await findPrerequisites();
  chromium = found.chromium;
  for (const sentence of found.missing) console.log(`${inCi ? '' : 'SKIPPED: '}${sentence}`);
  if (inCi && found.missing.length > 0) throw new Error('CI runs with everything or not at all.');
});
await todo('format and lint', () => tool('biome', ['check', '.']));
await todo('types', () => tool('tsc', []));
await todo('build for Chrome and Edge', async () => void (await buildExtension('chrome')));
await todo('build for Firefox', async () => void (await buildExtension('firefox')));
await todo('build of the web app', async () => void (await buildWeb()));
for (const target of ['chrome', 'firefox'] as const) {
  await todo(`web-ext lint, ${target}`, () => lintExtension(join('.output', `${target}-mv3`)));
}

rmSync(REPORT, { force: true });
mkdirSync(join(ROOT, '.output'), { recursive: true });
const projects = ['extension', 'server', ...(chromium === null ? [] : ['e2e', 'faults'])];
await todo(`tests: ${projects.join(', ')}`, () =>
  tool(
    'vitest',
    [
      'run',
      ...projects.flatMap((name) => ['--project', name]),
      '--coverage',
      '--coverage.reporter=text-summary',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${REPORT}`,
    ],
    chromium === null ? {} : { EITHERWAY_CHROMIUM: chromium },
  ),
);

const counts = existsSync(REPORT)
  ? countsOf(JSON.parse(readFileSync(REPORT, 'utf8')))
  : { passed: 0, failed: 1, skipped: 0 };
const broken = steps.filter(({ ok }) => !ok);
// The step of the tests is red whenever a test is; it counts by itself only when it broke for another reason, as coverage.
const alreadyCounted = counts.failed > 0 ? broken.filter(({ name }) => name.startsWith('tests')).length : 0;
const total = { ...counts, failed: counts.failed + broken.length - alreadyCounted };
if (chromium === null) total.skipped += 1;
console.log(`\n${broken.map(({ name }) => `FAILED: ${name}\n`).join('')}${closingLine(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
