import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildExtension } from '../browser';

describe.each(['chrome', 'firefox'] as const)('the build for %s', (target) => {
  let files: { path: string; text: string }[];
  let manifest: Record<string, unknown>;

  beforeAll(async () => {
    const folder = await buildExtension(target);
    files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(js|html|css|json)$/.test(path))
      .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
    manifest = JSON.parse(files.find(({ path }) => path === 'manifest.json')?.text ?? '{}');
  });

  it('has the manifest that was agreed', async () => {
    await expect(`${JSON.stringify(manifest, null, 2)}\n`).toMatchFileSnapshot(`manifests/${target}.json`);
  });

  it('asks for no host and puts nothing into any page', () => {
    for (const key of [
      'host_permissions',
      'optional_host_permissions',
      'content_scripts',
      'web_accessible_resources',
      'externally_connectable',
    ]) {
      expect(manifest, key).not.toHaveProperty(key);
    }
    expect(JSON.stringify(manifest)).not.toContain('<all_urls>');
    expect(files.filter(({ text }) => /\bscripting\.|executeScript/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('makes no code out of text', () => {
    const makes = files.filter(
      ({ path, text }) => path.endsWith('.js') && /\beval\(|\bnew Function\b|\bFunction\(['"`]/.test(text),
    );
    expect(makes.map(({ path }) => path)).toEqual([]);
  });

  it('loads nothing from elsewhere', () => {
    const named = /^https?:\/\/(localhost|127\.0\.0\.1|www\.w3\.org\/|react\.dev\/errors|eitherway\.example\.com)/;
    // Words on screen name addresses as examples; nothing can be loaded by them.
    const acting = files.filter(({ path }) => !path.startsWith('_locales/'));
    const elsewhere = acting.flatMap(({ path, text }) =>
      [...text.matchAll(/https?:\/\/[\w.:/-]+/g)].filter(([url]) => !named.test(url)).map(([url]) => `${path}: ${url}`),
    );
    expect(elsewhere).toEqual([]);
    const remote = files.filter(
      ({ path, text }) => path.endsWith('.html') && /(src|href)=["']?(https?:)?\/\//.test(text),
    );
    expect(remote.map(({ path }) => path)).toEqual([]);
  });
});
