import { describe, expect, it } from 'vitest';
import { isEmailAddress, namedAddress } from './email-address';

describe('an e-mail address', () => {
  it.each(['kim@example.com', 'k.voss+calls@mail.example.co.uk', 'kím@exämple.de'])('may be %s', (text) => {
    expect(isEmailAddress(text)).toBe(true);
  });
  it.each([
    '',
    'kim',
    'kim@example',
    'kim @example.com',
    'a@b.c,d@e.f',
    '<kim@example.com>',
    `${'k'.repeat(250)}@a.bc`,
  ])('is not %s', (text) => {
    expect(isEmailAddress(text)).toBe(false);
  });
  it.each([
    ['Kim Voss <kim@example.com>', { name: 'Kim Voss', email: 'kim@example.com' }],
    ['"Voss, Kim" <kim@example.com>,', { name: 'Voss, Kim', email: 'kim@example.com' }],
    ['<kim@example.com>', { name: 'kim', email: 'kim@example.com' }],
    ['Kim Voss', null],
    ['Kim <kim>', null],
  ])('is read out of %s', (text, parts) => {
    expect(namedAddress(text)).toEqual(parts);
  });
});
