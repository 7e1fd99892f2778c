import { useEffect, useRef, useState } from 'react';
import type { Finding } from '@/components/options-page/playground-finding';
import type { Trial, TrialState } from '@/components/options-page/playground-section';
import { linesOf } from '@/lib/pitch/check';
import type { LineChecker } from '@/lib/pitch/line-checker';

/** How long the typing rests before the lines are looked at, in milliseconds. */
const PAUSE = 300;

export type StartChecker = () => Promise<LineChecker>;

/** What the engine finds in the lines as they are typed. It starts with the first line; one that failed is started anew. */
export function useFindings(
  { text, sensitivity, stage }: Trial,
  start: StartChecker,
): { state: TrialState; tryAgain: () => void } {
  const [state, setState] = useState<TrialState>({ kind: 'empty' });
  const [tries, setTries] = useState(0);
  const engine = useRef<Promise<LineChecker> | null>(null);
  useEffect(() => () => dispose(engine), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks for another look at the same lines
  useEffect(() => {
    if (text.trim() === '') {
      setState({ kind: 'empty' });
      return;
    }
    setState((last) => (last.kind === 'found' ? { ...last, busy: true } : { kind: 'loading' }));
    let over = false;
    const timer = setTimeout(async () => {
      const next = await look();
      if (!over) setState(next);
    }, PAUSE);
    return () => {
      over = true;
      clearTimeout(timer);
    };

    async function look(): Promise<TrialState> {
      engine.current ??= start();
      const asked = engine.current;
      try {
        return { kind: 'found', findings: await findingsOf({ text, sensitivity, stage }, await asked), busy: false };
      } catch {
        if (asked === engine.current) dispose(engine);
        return { kind: 'failed' };
      }
    }
  }, [text, sensitivity, stage, start, tries]);

  return { state, tryAgain: () => setTries((count) => count + 1) };
}

async function findingsOf({ text, sensitivity, stage }: Trial, checker: LineChecker): Promise<Finding[]> {
  const lines = linesOf({ text, theyAsked: [] }).map(({ input }) => input);
  const flags = await checker.checkLines(lines, { stage, sensitivity, clientNames: [] });
  return lines.flatMap((line, index) =>
    (flags[index] ?? []).map((flag) => ({ line: index + 1, piece: line.text.slice(flag.from, flag.to), flag })),
  );
}

function dispose(engine: { current: Promise<LineChecker> | null }): void {
  engine.current?.then(
    (checker) => checker.dispose(),
    () => {},
  );
  engine.current = null;
}
