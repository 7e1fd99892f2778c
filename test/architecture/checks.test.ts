import { describe, expect, it } from 'vitest';
import { wrongWay } from './arrows';
import { importsOf, packagesOf } from './imports';
import { keysAsked, unusedKeys } from './messages';
import { countsYes, forbiddenWord } from './words';

describe('arrows', () => {
  const from = (path: string, to: string, typeOnly = false, names = '') =>
    wrongWay({ from: path, to, typeOnly, names });

  it('go from entrypoints over components to lib, and from the server to lib', () => {
    expect(from('entrypoints/sidepanel/app.tsx', 'components/ui/button')).toBeNull();
    expect(from('components/ui/button.tsx', 'lib/pitch/flag')).toBeNull();
    expect(from('server/app.ts', 'lib/session/session')).toBeNull();
    expect(from('server/review/app.tsx', 'components/ui/button')).toBeNull();
  });

  it('never go back', () => {
    expect(from('lib/session/start.ts', 'components/ui/button')).toContain('may not');
    expect(from('components/ui/button.tsx', 'entrypoints/sidepanel/app')).toContain('may not');
    expect(from('server/app.ts', 'components/ui/button')).toContain('may not');
    expect(from('server/sessions/put.ts', 'lib/storage/outbox')).toContain('no device');
    expect(from('lib/session/finish.ts', 'lib/storage/outbox')).toContain('pure');
  });

  it('let the type of the API, and only it, come up from the server', () => {
    expect(from('lib/sync/api-client.ts', 'server/app', true, '{ Api }')).toBeNull();
    expect(from('lib/sync/api-client.ts', 'server/app', false, '{ createApp }')).toContain('may not');
    expect(from('lib/sync/api-client.ts', 'server/deps', true, '{ Deps }')).toContain('may not');
  });
});

describe('imports', () => {
  const file = {
    path: 'lib/sync/send.ts',
    text: `import type { Api } from '@/server/app';\nimport {\n  a,\n  b,\n} from './a-b';\nexport * from '../pitch/flag';\nimport './look.css';\nconst late = () => import('@/lib/late');\nimport * as z from 'zod/mini';\n`,
  };

  it('are found however they are written', () => {
    expect(importsOf(file).map(({ to }) => to)).toEqual([
      'server/app',
      'lib/sync/a-b',
      'lib/pitch/flag',
      'lib/sync/look.css',
      'lib/late',
    ]);
    expect(importsOf(file)[0]?.typeOnly).toBe(true);
    expect(packagesOf(file)).toEqual(['zod/mini']);
  });
});

describe('message keys', () => {
  const template = ['outcome$', '{name}Title'].join('');
  const file = { path: 'a.tsx', text: `t('helloYou', { name }); const key = \`${template}\`; <i>{t('bye')}</i>` };

  it('are seen where code asks for them, whole or by a template', () => {
    expect(keysAsked(file)).toEqual(['helloYou', 'bye']);
    expect(unusedKeys(['helloYou', 'outcomeYesTitle', 'outcomeYes', 'old'], [file])).toEqual(['outcomeYes', 'old']);
  });
});

describe('words of selling', () => {
  it('are found', () => {
    for (const text of ['Your reps', 'this prospect', 'Deal value', 'the pipeline', 'your win rate', 'a salesperson']) {
      expect(forbiddenWord(text), text).not.toBeNull();
    }
  });

  it('are not found in words that only look alike', () => {
    for (const text of [
      'a great deal of time',
      'deal with it',
      'report',
      'Close',
      'the report is repeated',
      'winter',
      'yours.my.salesforce.com',
    ]) {
      expect(forbiddenWord(text), text).toBeNull();
    }
  });

  it('that count yes are found in names', () => {
    for (const text of ['yesRate', 'yes_count', 'const winRate = 1', 'outcomeShare'])
      expect(countsYes(text), text).not.toBeNull();
    for (const text of ['rateLimit', 'decisionReached', 'outcome']) expect(countsYes(text), text).toBeNull();
  });
});
