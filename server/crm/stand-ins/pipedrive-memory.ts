import type { ItemKind, Link, RecordKind } from '../connector';
import type { StoredItem } from './stand-in';

export type Row = Record<string, unknown> & { id: number };
export type Party = {
  id: number;
  kind: RecordKind;
  name: string;
  email: string;
  website: string;
  values: Record<string, unknown>;
};

/** What one account of Pipedrive holds; ids are counted up over everything. */
export class PipedriveMemory {
  readonly notes = new Map<number, Row>();
  readonly activities = new Map<number, Row>();
  readonly parties = new Map<number, Party>();
  #last = 0;

  add(kind: RecordKind, party: { name: string; email?: string; website?: string }): Link {
    const id = this.next();
    this.parties.set(id, { id, kind, email: '', website: '', values: {}, ...party });
    return { kind, id: String(id) };
  }

  next(): number {
    this.#last += 1;
    return this.#last;
  }

  party(id: number, kind: RecordKind): Party | undefined {
    const found = this.parties.get(id);
    return found?.kind === kind ? found : undefined;
  }

  /** Whether a body links something that is not there. */
  linksNothing(body: Record<string, unknown>): boolean {
    const people = (body.participants as { person_id: number }[] | undefined)?.map(({ person_id }) => person_id) ?? [];
    const asked: [unknown, RecordKind][] = [
      [body.person_id, 'person'],
      [body.org_id, 'company'],
      [body.deal_id, 'opportunity'],
      ...people.map((id): [unknown, RecordKind] => [id, 'person']),
    ];
    return asked.some(([id, kind]) => typeof id === 'number' && !this.party(id, kind));
  }

  items(): StoredItem[] {
    const stored = (kind: ItemKind, row: Row): StoredItem => ({
      kind,
      id: String(row.id),
      title: String(row.subject ?? ''),
      body: String((kind === 'note' ? row.content : row.note) ?? ''),
      due: (row.due_date as string | null) ?? null,
      links: (['person', 'company', 'opportunity'] as const).flatMap((of): Link[] => {
        const id = row[{ person: 'person_id', company: 'org_id', opportunity: 'deal_id' }[of]];
        return typeof id === 'number' ? [{ kind: of, id: String(id) }] : [];
      }),
    });
    return [
      ...[...this.notes.values()].map((row) => stored('note', row)),
      ...[...this.activities.values()].map((row) => stored('task', row)),
    ];
  }
}

/** What becomes of HTML that is stored: entities are written otherwise, links get attributes, and what could run is gone. */
export function sanitised(html: string): string {
  return html
    .replace(/<(script|style|iframe)[\s\S]*?<\/\1>/gi, '')
    .replace(/\son\w+="[^"]*"/gi, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => ENTITIES[code] ?? String.fromCodePoint(Number(code)))
    .replaceAll('<a href=', '<a rel="noopener noreferrer" target="_blank" href=');
}
const ENTITIES: Readonly<Record<string, string>> = { 38: '&amp;', 60: '&lt;', 62: '&gt;', 34: '&quot;' };
