import type * as z from 'zod/mini';

/** A file may be so large, in characters; the largest playbook or self-check that its form allows stays below. */
export const FILE_LIMIT = 2_000_000;

export type ReadFile<Content> =
  | { kind: 'read'; draft: Content }
  /** `where`: the first place that does not have the form, as a path in the file. */
  | { kind: 'refused'; reason: 'too-large' | 'no-json' | 'wrong-form'; where: string };

/** The file in which something that has versions is exported. */
export function jsonFile(content: { id: string; version: number }): { name: string; text: string } {
  return { name: `${content.id}-${content.version}.json`, text: `${JSON.stringify(content, null, 2)}\n` };
}

/** Reads such a file, or one that somebody wrote. What does not have the form is refused. */
export function readJsonFile<Content>(form: z.ZodMiniType<Content>, text: string): ReadFile<Content> {
  const refused = (reason: 'too-large' | 'no-json' | 'wrong-form', where = ''): ReadFile<Content> => ({
    kind: 'refused',
    reason,
    where,
  });
  if (text.length > FILE_LIMIT) return refused('too-large');
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return refused('no-json');
  }
  const read = form.safeParse(content);
  if (!read.success) return refused('wrong-form', read.error.issues[0]?.path.map(String).join('.') ?? '');
  return { kind: 'read', draft: read.data };
}
