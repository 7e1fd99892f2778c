import { describe, expect, it } from 'vitest';
import { signInAddress, whereTo } from './where-to';

const back = (to: string) => whereTo(`to=${encodeURIComponent(to)}`);

describe('after signing in one comes', () => {
  it('to the page that one wanted, with its filters or its code', () => {
    for (const [path, search] of [
      ['/device', 'user_code=ABCD2345'],
      ['/sessions', 'client=Harbour'],
      ['/team', ''],
    ] as const) {
      const wanted = search ? `${path}?${search}` : path;
      expect(whereTo(signInAddress(path, search).split('?')[1] ?? '')).toBe(wanted);
    }
  });

  it('to the sessions when nothing else was wanted', () => {
    expect(signInAddress('/sessions')).toBe('/sign-in');
    expect(whereTo('')).toBe('/sessions');
  });

  it('never to another site, whatever the address says', () => {
    for (const to of [
      'https://elsewhere.test',
      '//elsewhere.test',
      '/\\elsewhere.test',
      'javascript:alert(1)',
      '/a\\b',
      '/sign-in?to=/x',
    ])
      expect(back(to), to).toBe('/sessions');
  });
});
