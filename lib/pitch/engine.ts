import * as z from 'zod/mini';
import { StageKind } from '@/lib/playbooks/playbook';
import { Category } from './flag';

/** Raised with every change of the rules or of how they are read; stored with each flag. */
export const ENGINE_VERSION = 'rules-1';

const Pattern = z.string().check(z.maxLength(4_000));

/** The table that ships: the rules without their cases, and the words per category. */
export const Table = z.object({
  version: z.literal(ENGINE_VERSION),
  rules: z.array(
    z.object({
      id: z.string(),
      category: Category,
      pattern: Pattern,
      sureness: z.number(),
      unless: z.optional(Pattern),
      ours: z.optional(z.boolean()),
      evenNegated: z.optional(z.boolean()),
      fineAt: z.optional(z.array(StageKind)),
    }),
  ),
  categories: z.record(
    Category,
    z.object({ why: z.string(), ask: z.string(), askAt: z.partialRecord(StageKind, z.string()) }),
  ),
});
export type Table = z.infer<typeof Table>;

type TableRule = Table['rules'][number];
export type CompiledRule = Omit<TableRule, 'pattern' | 'unless'> & { pattern: RegExp; unless: RegExp | null };
export type Engine = { version: string; rules: readonly CompiledRule[]; categories: Table['categories'] };

/** Reads the built table. Throws when it is damaged or of another version than this code. */
export function loadEngine(table: unknown): Engine {
  const { version, rules, categories } = Table.parse(table);
  return {
    version,
    categories,
    rules: rules.map((rule) => ({
      ...rule,
      pattern: new RegExp(rule.pattern, 'gi'),
      unless: rule.unless ? new RegExp(rule.unless, 'i') : null,
    })),
  };
}
