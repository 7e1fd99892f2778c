import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SESSION_FORM } from '@/lib/session/session';
import { sessionMigrations } from './index';
import { migrateDocument } from './migrate-document';
import { defineMigration } from './migration';

/** Two made-up steps, as later versions will bring them. */
const made = [
  defineMigration({
    from: 1,
    example: { before: { form: 1, client: 'Kite' }, after: { form: 2, client: { name: 'Kite' } } },
    migrate: ({ client, ...rest }) => ({ ...rest, client: { name: client } }),
  }),
  defineMigration({
    from: 2,
    example: {
      before: { form: 2, client: { name: 'Kite' } },
      after: { form: 3, client: { name: 'Kite', aliases: [] } },
    },
    migrate: (document) => ({ ...document, client: { ...(document.client as object), aliases: [] } }),
  }),
];

describe('bringing a document to the form of this version', () => {
  it('goes step by step, and leaves the given one as it was', () => {
    const stored = { form: 1, client: 'Kite' };
    expect(migrateDocument(stored, made, 3)).toEqual({ kind: 'migrated', document: made[1]?.example.after });
    expect(stored).toEqual({ form: 1, client: 'Kite' });
  });

  it('leaves a newer form alone', () => {
    expect(migrateDocument({ form: 4 }, made, 3)).toEqual({ kind: 'unreadable', reason: 'newer-form' });
  });

  it('calls a document broken when a step is missing or cannot take it', () => {
    const cannot = defineMigration({
      ...(made[0] as (typeof made)[number]),
      migrate: () => {
        throw new Error('no');
      },
    });
    expect(migrateDocument({ form: 0 }, made, 3)).toEqual({ kind: 'unreadable', reason: 'broken' });
    expect(migrateDocument({ form: 1 }, [cannot], 2)).toEqual({ kind: 'unreadable', reason: 'broken' });
  });

  it('never throws, whatever is stored', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(['migrated', 'unreadable']).toContain(migrateDocument(stored).kind);
      }),
    );
  });
});

describe('the steps that ship', () => {
  it('lead from the first form to the present one without a gap', () => {
    expect(sessionMigrations.map(({ from }) => from + 1)).toEqual(
      Array.from({ length: SESSION_FORM - 1 }, (_, i) => i + 2),
    );
  });

  it.each([...sessionMigrations, ...made])('turn their own example from form $from into what it says', (step) => {
    expect(migrateDocument(step.example.before, [step], step.from + 1)).toEqual({
      kind: 'migrated',
      document: step.example.after,
    });
  });
});
