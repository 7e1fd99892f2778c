import { v4 } from 'uuid';
import type { ItemKind, Link } from '../connector';
import type { StoredItem } from './stand-in';

export type Row = Record<string, unknown> & { id: string; deletedAt: string | null };
export type Names = 'target' | 'bare';

const TARGETS: Readonly<Record<Link['kind'], string>> = {
  person: 'Person',
  company: 'Company',
  opportunity: 'Opportunity',
};
export const TABLES: Readonly<Record<Link['kind'], string>> = {
  person: 'people',
  company: 'companies',
  opportunity: 'opportunities',
};

/** One workspace of Twenty: tables of rows, deleted softly. `names` are those of the fields that link, which differ by version. */
export class TwentyMemory {
  readonly names: Names;
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly #tables = new Map<string, Map<string, Row>>();

  constructor(names: Names) {
    this.names = names;
    const targets = (['person', 'company', 'opportunity'] as const).map((kind) => this.targetField(kind));
    this.fields = {
      notes: ['id', 'title', 'bodyV2'],
      tasks: ['id', 'title', 'bodyV2', 'dueAt', 'status'],
      noteTargets: ['id', 'noteId', ...targets],
      taskTargets: ['id', 'taskId', ...targets],
      people: ['id', 'name', 'emails', 'intro', 'metOn', 'level'],
      companies: ['id', 'name', 'domainName', 'intro', 'metOn', 'level'],
      opportunities: ['id', 'name', 'intro', 'metOn', 'level'],
    };
  }

  targetField(kind: Link['kind']): string {
    return this.names === 'target' ? `target${TARGETS[kind]}Id` : `${kind}Id`;
  }

  table(name: string): Map<string, Row> {
    const table = this.#tables.get(name) ?? new Map<string, Row>();
    this.#tables.set(name, table);
    return table;
  }

  rows(name: string): Row[] {
    return [...this.table(name).values()].filter(({ deletedAt }) => deletedAt === null);
  }

  add(name: string, row: Record<string, unknown>): string {
    const id = v4();
    this.table(name).set(id, { ...row, id, deletedAt: null });
    return id;
  }

  /** Whether a row links something that was never there; what was deleted softly is there still. */
  linksNothing(row: Record<string, unknown>): boolean {
    const asked = (['person', 'company', 'opportunity'] as const).map((kind) => [
      TABLES[kind],
      row[this.targetField(kind)],
    ]);
    return [...asked, ['notes', row.noteId], ['tasks', row.taskId]].some(
      ([table, id]) => typeof id === 'string' && !this.table(String(table)).has(id),
    );
  }

  items(kind: ItemKind): StoredItem[] {
    return this.rows(`${kind}s`).map((row) => ({
      kind,
      id: row.id,
      title: String(row.title),
      body: String((row.bodyV2 as { markdown?: string } | undefined)?.markdown ?? ''),
      due: typeof row.dueAt === 'string' ? row.dueAt.slice(0, 10) : null,
      links: this.rows(`${kind}Targets`)
        .filter((target) => target[`${kind}Id`] === row.id)
        .flatMap((target): Link[] =>
          (['person', 'company', 'opportunity'] as const).flatMap((of): Link[] => {
            const id = target[this.targetField(of)];
            return typeof id === 'string' ? [{ kind: of, id }] : [];
          }),
        ),
    }));
  }
}

/** Rows by a filter of the one form that we use, or null when it is none; `ilike` has the signs of SQL. */
export function filtered(rows: readonly Row[], filter: string | undefined): readonly Row[] | null {
  if (filter === undefined) return rows;
  const [, path = '', how, value = ''] = /^([\w.]+)\[(eq|ilike)\]:"([^"\\,()[\]]*)"$/.exec(filter) ?? [];
  if (!how) return null;
  const like = value
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('%', '.*')
    .replaceAll('_', '.');
  const pattern = new RegExp(`^${like}$`, 'i');
  return rows.filter((row) => {
    const at = path.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown> | null)?.[name], row);
    return how === 'eq' ? at === value : typeof at === 'string' && pattern.test(at);
  });
}
