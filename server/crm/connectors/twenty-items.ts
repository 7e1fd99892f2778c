import { v5 } from 'uuid';
import * as z from 'zod/mini';
import type { Item, ItemKind, Link } from '../connector';
import { CrmError } from '../crm-error';
import { remembered } from '../remembered';
import type { Ask } from '../vendor';
import { learnTargetNames, type TargetNames, usualNames } from './twenty-targets';

type TwentyObject = { path: string; targets: 'noteTargets' | 'taskTargets'; own: string };
export const OBJECTS: Readonly<Record<ItemKind, TwentyObject>> = {
  note: { path: '/notes', targets: 'noteTargets', own: 'noteId' },
  task: { path: '/tasks', targets: 'taskTargets', own: 'taskId' },
};
/** The namespace of the ids of our links, made once. */
const LINKS = 'c6a3f0de-71a5-5b1c-9c64-3e1f7ad0a9b2';

const Target = z.looseObject({ id: z.string() });
const Targets = z.looseObject({
  data: z.looseObject({ noteTargets: z.nullish(z.array(Target)), taskTargets: z.nullish(z.array(Target)) }),
});

const Id = z.nullish(z.looseObject({ id: z.string() }));
const Found = z.looseObject({ data: z.looseObject({ note: Id, task: Id }) });

/** Writes notes and tasks under ids of ours: however often one is sent, it is one, and one that was deleted comes back. */
export function twentyItems(ask: Ask) {
  const learnt = remembered(() => learnTargetNames(ask));
  const upsert = async (path: string, json: Record<string, unknown>) => {
    await ask({ method: 'POST', path, query: { upsert: true }, json, effect: 'repeatable', answer: null });
  };

  async function link(item: Item, on: Link): Promise<void> {
    const { targets, own } = OBJECTS[item.kind];
    const write = (names: TargetNames) =>
      upsert(`/${targets}`, { id: linkId(item, on), [own]: item.key, [names(item.kind, on.kind)]: on.id });
    try {
      await write(usualNames);
    } catch (error) {
      if (!(error instanceof CrmError) || !['bad', 'gone'].includes(error.kind)) throw error;
      const names = await learnt();
      if (names(item.kind, on.kind) === usualNames(item.kind, on.kind)) throw error;
      await write(names);
    }
  }

  /** Links of ours that the note has no more. Those that people made have other ids than ours would have, and stay. */
  async function unlink(item: Item): Promise<void> {
    const { targets, own } = OBJECTS[item.kind];
    const wanted = new Set(item.links.map((each) => linkId(item, each)));
    const query = { filter: targetFilter(own, item.key), limit: 60 };
    const { data } = await ask({ method: 'GET', path: `/${targets}`, query, effect: 'read', answer: Targets });
    for (const target of data[targets] ?? []) {
      if (wanted.has(target.id) || !isOurs(item, target)) continue;
      await removeFrom(ask, `/${targets}`, target.id);
    }
  }

  return {
    learn: () => learnTargetNames(ask),
    async isThere(kind: ItemKind, key: string): Promise<boolean> {
      const path = `${OBJECTS[kind].path}/${mustBeId(key)}`;
      try {
        return Boolean((await ask({ method: 'GET', path, effect: 'read', answer: Found })).data[kind]);
      } catch (error) {
        if (error instanceof CrmError && error.kind === 'gone') return false;
        throw error;
      }
    },
    async put(item: Item, known: string | null): Promise<void> {
      for (const { id } of item.links) mustBeId(id);
      const json = { id: item.key, title: item.title, bodyV2: { markdown: item.body } };
      await upsert(OBJECTS[item.kind].path, item.kind === 'note' ? json : { ...json, ...taskOf(item, known === null) });
      for (const each of item.links) await link(item, each);
      if (known !== null) await unlink(item);
    },
  };
}

/** What finds the links of a note or a task. */
export function targetFilter(own: string, key: string): string {
  return `${own}[eq]:"${key}"`;
}

/** Deleted softly, as people do it there; that it is not there any more is success. */
export async function removeFrom(ask: Ask, path: string, id: string): Promise<void> {
  const request = { path: `${path}/${mustBeId(id)}`, query: { soft_delete: true } };
  await ask({ method: 'DELETE', ...request, effect: 'repeatable', answer: null }).catch((error) => {
    if (!(error instanceof CrmError) || error.kind !== 'gone') throw error;
  });
}

/** Records of Twenty are UUIDs; what is none was chosen somewhere else. */
export function mustBeId(id: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new CrmError('gone', { code: 'wrong-id' });
  return id;
}

/** A day without a time: noon is that day in nearly every time zone. That it is to be done is said once: people tick it off there. */
function taskOf({ due }: Item, first: boolean) {
  return { dueAt: due === null ? null : `${due}T12:00:00.000Z`, ...(first && { status: 'TODO' }) };
}

function linkId(item: Item, on: Link): string {
  return v5(`${item.key}/${on.kind}/${on.id}`, LINKS);
}

/** Whether its id is what ours is for what it links, in whichever field that stands. */
function isOurs(item: Item, { id, ...fields }: Record<string, unknown>): boolean {
  const values = Object.values(fields).filter((value) => typeof value === 'string');
  return (['person', 'company', 'opportunity'] as const).some((kind) =>
    values.some((value) => linkId(item, { kind, id: value }) === id),
  );
}
