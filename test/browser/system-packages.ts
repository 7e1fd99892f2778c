import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** True for root on Debian or Ubuntu, where a missing part can be installed without asking anyone. */
export function canInstallPackages(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Installs system packages; says what it does and gives false when it failed. */
export function installPackages(names: readonly string[]): boolean {
  console.log(`Installing ${names.join(', ')} (apt-get).`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (args: string[]) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
  return run(['update', '-qq']) && run(['install', '-y', '-qq', '--no-install-recommends', ...names]);
}
