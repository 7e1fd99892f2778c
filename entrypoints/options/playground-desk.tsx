import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PlaygroundSection, type Trial } from '@/components/options-page/playground-section';
import type { LineChecker } from '@/lib/pitch/line-checker';
import { readSettings } from '@/lib/settings/settings';
import { type StartChecker, useFindings } from './use-findings';

type Choice = Omit<Trial, 'sensitivity'> & { sensitivity: Trial['sensitivity'] | null };

/** The lines one tries live only in this component: nothing of them is stored or sent. */
export function PlaygroundDesk({ start = startWorkerChecker }: { start?: StartChecker }) {
  const settings = useQuery({ queryKey: ['settings'], queryFn: readSettings });
  const [choice, setChoice] = useState<Choice>({ text: '', sensitivity: null, stage: null });
  const trial: Trial = { ...choice, sensitivity: choice.sensitivity ?? settings.data?.sensitivity ?? 'normal' };
  const { state, tryAgain } = useFindings(trial, start);
  return (
    <PlaygroundSection
      trial={trial}
      state={state}
      onChange={(patch) => setChoice((last) => ({ ...last, ...patch }))}
      onTryAgain={tryAgain}
    />
  );
}

async function startWorkerChecker(): Promise<LineChecker> {
  const { createWorkerChecker } = await import('@/lib/pitch/worker-checker');
  return createWorkerChecker();
}
