import type { SourceFile } from './source-files';

const TEMPLATE = /`([^`\n]*\$\{[^`\n]*)`/g;
const CALL = /\b(?:t|texts)\(\s*'([A-Za-z]\w*)'/g;

/** Message keys that code asks for by name. */
export function keysAsked({ text }: SourceFile): string[] {
  return [...text.matchAll(CALL)].map(([, key = '']) => key);
}

/** Message keys that stand nowhere in the sources, neither whole nor as a template such as `outcome${…}`. */
export function unusedKeys(keys: readonly string[], sources: readonly SourceFile[]): string[] {
  const all = sources.map(({ text }) => text).join('\n');
  const words = new Set([...all.matchAll(/['"`]([A-Za-z]\w*)['"`]|__MSG_(\w+)__/g)].map(([, a, b]) => a ?? b));
  const templates = [...all.matchAll(TEMPLATE)].flatMap(([, body = '']) => asPattern(body));
  return keys.filter((key) => !words.has(key) && !templates.some((template) => template.test(key)));
}

/** A template as a pattern for keys, when it begins with at least four letters of one. */
function asPattern(body: string): RegExp[] {
  const parts = body.split(/\$\{[^}]*\}/);
  if (!/^[a-z][A-Za-z]{3,}$/.test(parts[0] ?? '') || parts.some((part) => !/^\w*$/.test(part))) return [];
  return [new RegExp(`^${parts.join('\\w+')}$`)];
}
