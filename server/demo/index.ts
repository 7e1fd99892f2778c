export { DEMO_TEAM, type DemoSignIn, demoSignIns } from './demo-team';
export { type Seeded, type SeedOptions, seedDemo } from './seed-demo';
