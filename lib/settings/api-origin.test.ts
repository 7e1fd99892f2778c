import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseApiOrigin } from './api-origin';

it.each([
  ['https://eitherway.example.com', 'https://eitherway.example.com'],
  [' eitherway.example.com/sessions?a=1 ', 'https://eitherway.example.com'],
  ['https://eitherway.example.com:8443/', 'https://eitherway.example.com:8443'],
  ['EITHERWAY.example.com', 'https://eitherway.example.com'],
  ['localhost:8787', 'http://localhost:8787'],
  ['127.0.0.1:8787/team', 'http://127.0.0.1:8787'],
  ['http://[::1]:8787', 'http://[::1]:8787'],
  ['https://localhost:8787', 'https://localhost:8787'],
  ['http://eitherway.example.com', null],
  ['https://me:secret@eitherway.example.com', null],
  ['javascript://alert(1)', null],
  ['ftp://eitherway.example.com', null],
  ['https://', null],
  ['not an address', null],
  ['', null],
])('reads %j as %j', (typed, origin) => {
  expect(parseApiOrigin(typed)).toBe(origin);
});

it('takes its own answer again, and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl()), (typed) => {
      const origin = parseApiOrigin(typed);
      if (origin !== null) expect(parseApiOrigin(origin)).toBe(origin);
    }),
  );
});
