import { type Import, topOf } from './imports';

/** Which top folders each top folder may import from, besides itself. `public` holds the words and tables. */
const ARROWS: Record<string, readonly string[]> = {
  entrypoints: ['components', 'lib', 'public'],
  components: ['lib', 'public'],
  lib: ['public'],
  server: ['lib'],
};

/** Why an import goes the wrong way, or null. Files at the root and tests may reach anything but the wrong sort of test. */
export function wrongWay({ from, to, typeOnly, names }: Import): string | null {
  const [own, other] = [topOf(from), topOf(to)];
  if (own === 'server' && /^lib\/(storage|sync|settings)\b/.test(to)) return 'the server has no device';
  if (/^lib\/(pitch|playbooks|session)\b/.test(from) && /^lib\/(storage|sync|settings)\b/.test(to)) {
    return 'knowledge is pure';
  }
  if (own === other || ARROWS[own] === undefined || ARROWS[own].includes(other)) return null;
  if (own === 'server' && from.startsWith('server/review/') && (other === 'components' || other === 'public'))
    return null;
  if (to === 'server/app' && typeOnly && names.replace(/[{}\s]/g, '') === 'Api') return null;
  return `${own} may not import ${other}`;
}
