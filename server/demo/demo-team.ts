import type { Role } from '../auth/roles';

export type DemoSignIn = { role: Role; name: string; email: string; password: string };

export const DEMO_TEAM = 'Northwind Consulting (demo)';

/** Known to everyone who reads this file, so they are made on one's own machine only (see `refusal`). */
export const demoSignIns: readonly DemoSignIn[] = [
  { role: 'expert', name: 'Emil Sandberg', email: 'expert@example.com', password: 'demo-expert-only' },
  { role: 'lead', name: 'Leonie Hartmann', email: 'lead@example.com', password: 'demo-lead-only' },
  { role: 'admin', name: 'Amara Okafor', email: 'admin@example.com', password: 'demo-admin-only' },
];

/** The demo account of a role. */
export function demoSignIn(role: Role): DemoSignIn {
  const found = demoSignIns.find((one) => one.role === role);
  if (!found) throw new Error(`the demo team has no ${role}`);
  return found;
}
