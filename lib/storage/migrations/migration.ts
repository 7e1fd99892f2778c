/** A session as some version wrote it: all that is known is its form. */
export type SessionDocument = { form: number } & Record<string, unknown>;

/**
 * One step from a form to the next, with an example of each side; a test runs every example.
 * `migrate` is pure and never drops a text: what has no place any more moves into the free notes.
 */
export type Migration = {
  from: number;
  example: { before: SessionDocument; after: SessionDocument };
  migrate(document: SessionDocument): SessionDocument;
};

export function defineMigration(migration: Migration): Migration {
  return migration;
}
