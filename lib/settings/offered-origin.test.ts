import { expect, it } from 'vitest';
import { offeredOrigin } from './offered-origin';

it.each([
  ['nothing known', '', '', ''],
  ['a build for this machine, never signed in', '', 'http://localhost:8788', 'http://localhost:8788'],
  ['signed in at another port before', 'http://localhost:8787', 'http://localhost:8788', 'http://localhost:8788'],
  ['a team elsewhere', 'https://team.example.com', 'http://localhost:8788', 'https://team.example.com'],
  ['a build for no API', 'http://127.0.0.1:9000', '', 'http://127.0.0.1:9000'],
])('offers the right address: %s', (_, used, built, offered) => {
  expect(offeredOrigin(used, built)).toBe(offered);
});
