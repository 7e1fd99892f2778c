import type { CheckContext, LineInput } from '@/lib/pitch/flag';
import type { TeamLineChecker } from '@/lib/pitch/line-checker';
import type { TeamFlags } from '@/lib/pitch/team-rule';

let engine: Promise<TeamLineChecker> | null = null;
let team: TeamFlags | null = null;

/** One engine for all notes of the panel; it is loaded, and its worker started, with the first line to check. */
export const panelChecker: TeamLineChecker = {
  async checkLines(lines: readonly LineInput[], context: CheckContext) {
    engine ??= import('@/lib/pitch/worker-checker').then(({ createWorkerChecker }) => {
      const begun = createWorkerChecker();
      begun.takeTeam(team);
      return begun;
    });
    return (await engine).checkLines(lines, context);
  },
  takeTeam(next) {
    team = next;
    void engine?.then((begun) => begun.takeTeam(team));
  },
  dispose() {},
};
