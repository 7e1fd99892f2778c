import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../browser/build-extension';

export type StepResult = { name: string; ok: boolean; seconds: number };

/** One step of `npm test`: says what it does, how it went and how long it took. A failure never stops the others. */
export async function step(name: string, run: () => Promise<void>): Promise<StepResult> {
  const start = performance.now();
  process.stdout.write(`\n- ${name}\n`);
  let ok = true;
  try {
    await run();
  } catch (error) {
    ok = false;
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
  const seconds = (performance.now() - start) / 1000;
  process.stdout.write(`  ${ok ? 'done' : 'FAILED'} in ${seconds.toFixed(1)} s\n`);
  return { name, ok, seconds };
}

/** Runs a tool of node_modules with its output shown; throws unless it ends with 0. */
export function tool(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<void> {
  const windows = process.platform === 'win32';
  const bin = join(ROOT, 'node_modules', '.bin', windows ? `${command}.cmd` : command);
  return new Promise((resolve, reject) => {
    const child = spawn(bin, args, { cwd: ROOT, stdio: 'inherit', shell: windows, env: { ...process.env, ...env } });
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`${command} ended with ${signal ?? code}`)),
    );
  });
}
