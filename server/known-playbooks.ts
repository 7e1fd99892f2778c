import type { Playbook } from '@/lib/playbooks/playbook';

export const knownPlaybooks: readonly Playbook[] = [];
export function playbookIssues(_playbook: Playbook): { path: string; message: string }[] {
  return [];
}
