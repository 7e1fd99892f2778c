import type { StageKind } from '@/lib/playbooks/playbook';
import type { Category } from './flag';
import { scorer } from './model/judge-line';
import type { Cue } from './model/likely-category';
import { type LineModel, readModel } from './model/line-model';
import { type TeamLayer, teamLayer } from './team-layer';
import type { TeamFlags } from './team-rule';

/** Raised with every change of the rules or of how they are read; stored with each flag. */
export const ENGINE_VERSION = 'rules-3';

type Words = { why: string; ask: string; askAt: Partial<Record<StageKind, string>> };

type TableRule = {
  id: string;
  category: Category;
  pattern: string;
  sureness: number;
  unless?: string;
  ours?: boolean;
  evenNegated?: boolean;
  fineAt?: readonly StageKind[];
};

/** The table that ships: the rules without their cases, and per category the words and the cues that tell it from others. */
export type Table = {
  version: string;
  rules: readonly TableRule[];
  categories: Record<Category, Words>;
  cues: Record<Category, readonly string[]>;
};

export type CompiledRule = Omit<TableRule, 'pattern' | 'unless'> & { pattern: RegExp; unless: RegExp | null };
export type Engine = {
  version: string;
  rules: readonly CompiledRule[];
  categories: Table['categories'];
  /** What tells one category of a line from another; the second layer asks them. */
  cues: readonly Cue[];
  /** The second layer; null where only the rules are wanted. */
  model: { learned: LineModel; score: (text: string) => number } | null;
  /** What the team added; not there for who has no team. */
  team?: TeamLayer;
};

/**
 * Reads the built table. It is a part of the package and proven against the rules by a test, so only its version is looked at
 * here: a schema would double the worker's size. With a model both layers work, without it only the rules. Throws when either
 * is of another version than this code, or damaged.
 */
export function loadEngine(table: unknown, modelBytes: ArrayBuffer | null = null): Engine {
  const { version, rules, categories, cues } = (table ?? {}) as Table;
  if (version !== ENGINE_VERSION) throw new Error(`the table of the flags is ${version}, not ${ENGINE_VERSION}`);
  const learned = modelBytes && readModel(modelBytes);
  return {
    version: learned ? `${version}+${learned.version}` : version,
    categories,
    model: learned && { learned, score: scorer(learned) },
    cues: Object.entries(cues).flatMap(([category, sources]) =>
      sources.map((source) => ({ category: category as Category, pattern: new RegExp(source, 'i') })),
    ),
    rules: rules.map((rule) => ({
      ...rule,
      pattern: new RegExp(rule.pattern, 'gi'),
      unless: rule.unless ? new RegExp(rule.unless, 'i') : null,
    })),
  };
}

/** The engine with a team's own rules, and the words that are never an agenda there; its version says with which. */
export function withTeamRules(engine: Engine, team: Pick<TeamFlags, 'version' | 'rules' | 'neverFlagged'>): Engine {
  if (team.rules.length === 0 && team.neverFlagged.length === 0) return engine;
  return { ...engine, version: `${engine.version}+team-${team.version}`, team: teamLayer(team) };
}
