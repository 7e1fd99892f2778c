import { checkLine } from './check-line';
import { type Engine, withTeamRules } from './engine';
import type { CheckContext, Flag, LineInput } from './flag';
import type { TeamFlags } from './team-rule';

/** Checks lines away from the caller: in a worker of the panel, or at once where no worker is wanted. */
export type LineChecker = {
  /** The flags of each line, in the order of the lines; offsets count from the beginning of each line. Rejects when disposed. */
  checkLines(lines: readonly LineInput[], context: CheckContext): Promise<Flag[][]>;
  dispose(): void;
};

/** A checker that also looks for what a team added. */
export type TeamLineChecker = LineChecker & {
  /** Counts from the next check on; null takes it away. */
  takeTeam(team: TeamFlags | null): void;
};

/** The engine on this thread: Node and tests. */
export function createDirectChecker(engine: Engine): TeamLineChecker {
  let used = engine;
  return {
    checkLines: async (lines, context) => lines.map((line) => checkLine(line, context, used)),
    takeTeam: (team) => {
      used = team ? withTeamRules(engine, team) : engine;
    },
    dispose: () => {},
  };
}

export { createWorkerChecker } from './worker-checker';
