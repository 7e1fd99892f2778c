// @vitest-environment node
import { describe, expect, it } from 'vitest';
import messages from '@/public/_locales/en/messages.json';
import { wrongWay } from './architecture/arrows';
import { importsOf, packagesOf, topOf } from './architecture/imports';
import { keysAsked, unusedKeys } from './architecture/messages';
import { isCode, isTest, type SourceFile, sourceFiles } from './architecture/source-files';
import { countsYes, forbiddenWord } from './architecture/words';

const files = sourceFiles();
const code = files.filter(isCode);
const product = code.filter((file) => !isTest(file) && PRODUCT().includes(topOf(file.path)));
const textOf = (path: string) => files.find((file) => file.path === path)?.text ?? '';

function PRODUCT(): string[] {
  return ['entrypoints', 'components', 'lib', 'server'];
}

/** Paths with what is wrong with them, so that a failure names the file. */
function wrong(
  among: readonly SourceFile[],
  problem: (file: SourceFile) => string | null | undefined | false,
): string[] {
  return among.flatMap((file) => {
    const said = problem(file);
    return said ? [`${file.path}: ${said}`] : [];
  });
}

describe('folders', () => {
  it('have arrows that point one way: entrypoints, components, lib, server', () => {
    const against = product.flatMap(importsOf).flatMap((each) => {
      const why = wrongWay(each);
      return why === null ? [] : [`${each.from} imports ${each.to}: ${why}`];
    });
    expect(against).toEqual([]);
  });

  it('are reached by @/ across the top and by ./ within', () => {
    const crossing = (file: SourceFile) =>
      [...file.text.matchAll(/from '(\.\.[^']*)'/g)]
        .map(([, to = '']) => new URL(to, `file:///${file.path}`).pathname.slice(1))
        .find((to) => topOf(to) !== topOf(file.path));
    expect(wrong(product, crossing)).toEqual([]);
  });

  it('carry product words, never drawers', () => {
    const drawer = /(^|[/.-])(utils?|helpers?|common|types|services?|constants?|misc|hooks)(\.|\/|$)/;
    expect(wrong(files, ({ path }) => drawer.exec(path)?.[0])).toEqual([]);
    const odd = ({ path }: SourceFile) => !/^[a-z0-9.[\]-]+$/.test(path.split('/').at(-1) ?? '') && 'not kebab-case';
    expect(wrong(code, odd)).toEqual([]);
  });

  it('let no test lie directly in entrypoints, where it would become a script of the extension', () => {
    expect(wrong(files, ({ path }) => /^entrypoints\/[^/]+\.test\./.test(path) && 'a test')).toEqual([]);
  });
});

describe('files', () => {
  it('stay under 300 lines', () => {
    const long = ({ text }: SourceFile) => {
      const lines = text.split('\n').length - 1;
      return lines > 300 && `${lines} lines`;
    };
    const generated = /(\.json|package-lock\.json|\.tsv|\.svg|migrations\/[^/]+\.sql)$/;
    expect(
      wrong(
        files.filter(({ path }) => !generated.test(path)),
        long,
      ),
    ).toEqual([]);
  });

  it('export by name; only configurations and entrypoints have a default', () => {
    const allowed = /(\.config\.ts|^entrypoints\/.*|drizzle\.config\.ts|vite\.config\.ts)$/;
    const fault = ({ path, text }: SourceFile) =>
      !allowed.test(path) && /^export default /m.test(text) && 'default export';
    expect(wrong(code, fault)).toEqual([]);
  });

  it('of the panel use zod/mini only', () => {
    const shipped = product.filter(({ path }) => /^(entrypoints|components|lib)\//.test(path));
    expect(wrong(shipped, (file) => packagesOf(file).includes('zod') && 'imports zod')).toEqual([]);
  });
});

describe('indexes', () => {
  it.each([
    ['lib/pitch/rules/', /^lib\/pitch\/rules\/([a-z-]+)\.ts$/, 'lib/pitch/rules/index.ts'],
    ['lib/playbooks/shipped/', /^lib\/playbooks\/shipped\/([a-z0-9-]+)\.json$/, 'lib/playbooks/index.ts'],
    ['server/routes/', /^server\/routes\/([a-z-]+)\.ts$/, 'server/app.ts'],
  ])('list every file of %s', (_folder, pattern, index) => {
    const names = files.filter((file) => !isTest(file)).flatMap(({ path }) => pattern.exec(path)?.[1] ?? []);
    expect(names.length).toBeGreaterThan(2);
    const listed = textOf(index);
    expect(names.filter((name) => name !== 'index' && !listed.includes(`/${name}`))).toEqual([]);
  });
});

describe('words', () => {
  const keys = Object.keys(messages);

  /** The pages for clients have words of their own, in several languages. */
  const forClients = ({ path }: SourceFile) => path.startsWith('server/client/');
  const clientWords = files
    .filter(({ path }) => /^server\/client\/words\/.*\.json$/.test(path))
    .map(({ path, text }) => ({ path, words: JSON.parse(text) as Record<string, string> }));

  it('that code asks for exist', () => {
    const asked = product.filter((file) => !forClients(file)).flatMap(keysAsked);
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('that exist are used', () => {
    const askers = [...product, ...files.filter(({ path }) => path === 'wxt.config.ts')];
    expect(unusedKeys(keys, askers)).toEqual([]);
  });

  it('of the pages for clients exist, are used, and say the same in every language', () => {
    const english = clientWords.find(({ path }) => path.endsWith('/en.json'))?.words ?? {};
    const known = Object.keys(english);
    const pages = product.filter(forClients);
    expect(known.length).toBeGreaterThan(20);
    expect(pages.flatMap(keysAsked).filter((key) => !known.includes(key))).toEqual([]);
    expect(unusedKeys(known, pages)).toEqual([]);
    const filled = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
    for (const { path, words } of clientWords) {
      expect(Object.keys(words).sort(), path).toEqual([...known].sort());
      for (const [key, text] of Object.entries(words))
        expect([path, key, filled(text)]).toEqual([path, key, filled(english[key] ?? '')]);
    }
  });

  it('on screen and in playbooks are not those of selling', () => {
    const shown = Object.entries(messages).map(([key, { message }]) => ({ path: key, text: message }));
    const playbooks = files.filter(({ path }) => /^lib\/playbooks\/shipped\/.*\.json$/.test(path));
    const sentences = files.filter(({ path }) => path === 'server/errors.ts');
    const checks = files.filter(({ path }) => /^lib\/self-check\/shipped\/.*\.json$/.test(path));
    const english = clientWords.filter(({ path }) => path.endsWith('/en.json'));
    const clients = english.flatMap(({ path, words }) => Object.values(words).map((text) => ({ path, text })));
    const all = [...shown, ...playbooks, ...checks, ...clients, ...sentences];
    expect(wrong(all, ({ text }) => forbiddenWord(text))).toEqual([]);
  });

  it('in code never count which way decisions went', () => {
    expect(wrong(product, ({ text }) => countsYes(text))).toEqual([]);
    expect(
      wrong(
        files.filter(({ path }) => path.endsWith('.sql')),
        ({ text }) => countsYes(text),
      ),
    ).toEqual([]);
  });
});
