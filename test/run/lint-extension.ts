import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../browser/build-extension';

type Finding = { code: string; message: string; file?: string | null };
type Lint = { errors: Finding[]; warnings: Finding[] };

/** Mozilla's linter over one build, without asking the network for news of itself. Errors throw, warnings are counted. */
export async function lintExtension(folder: string): Promise<void> {
  const args = ['lint', '-s', folder, '-o', 'json', '--self-hosted', '--boring', '--no-config-discovery', '--no-input'];
  const { errors, warnings } = await run(args);
  const kinds = [...new Set(warnings.map(({ code }) => code))].join(', ');
  console.log(`  ${errors.length} errors, ${warnings.length} warnings${kinds ? ` (${kinds})` : ''}`);
  if (errors.length > 0) {
    throw new Error(errors.map(({ code, message, file }) => `${file ?? folder}: ${code}: ${message}`).join('\n'));
  }
}

async function run(args: string[]): Promise<Lint> {
  const bin = join(ROOT, 'node_modules', 'web-ext', 'bin', 'web-ext.js');
  const env = { ...process.env, NO_UPDATE_NOTIFIER: '1' };
  const ran = await promisify(execFile)(process.execPath, [bin, ...args], { cwd: ROOT, env, maxBuffer: 1 << 26 }).catch(
    // It ends with 1 when it found errors; its report is on stdout all the same.
    (failed: { stdout?: string; stderr?: string }) => ({ stdout: failed.stdout ?? '', stderr: failed.stderr ?? '' }),
  );
  const from = ran.stdout.indexOf('{');
  if (from < 0) throw new Error(`web-ext said nothing: ${ran.stderr}`);
  return JSON.parse(ran.stdout.slice(from)) as Lint;
}
