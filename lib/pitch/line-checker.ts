import { checkLine } from './check-line';
import type { Engine } from './engine';
import type { CheckContext, Flag, LineInput } from './flag';

/** Checks lines away from the caller: in a worker of the panel, or at once where no worker is wanted. */
export type LineChecker = {
  /** The flags of each line, in the order of the lines; offsets count from the beginning of each line. Rejects when disposed. */
  checkLines(lines: readonly LineInput[], context: CheckContext): Promise<Flag[][]>;
  dispose(): void;
};

/** The engine on this thread: Node and tests. */
export function createDirectChecker(engine: Engine): LineChecker {
  return {
    checkLines: async (lines, context) => lines.map((line) => checkLine(line, context, engine)),
    dispose: () => {},
  };
}

export { createWorkerChecker } from './worker-checker';
