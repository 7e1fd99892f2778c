import { describe, expect, it } from 'vitest';
import { aSession } from '@/test/fixtures';
import { Session } from './session';
import { webDomain } from './web-domain';

describe('the web domain of an organisation', () => {
  it.each([
    ['harbour.example', 'harbour.example'],
    [' https://www.Harbour.example/rooms?x=1#top ', 'harbour.example'],
    ['www.harbour.co.uk.', 'harbour.co.uk'],
    ['ljerka@harbour.example', 'harbour.example'],
    ['münchen.example', 'xn--mnchen-3ya.example'],
  ])('is read out of %s, as a session holds it', (address, domain) => {
    expect(webDomain(address)).toBe(domain);
    expect(Session.safeParse(aSession({ client: { name: 'Harbour Hotels', domain } })).success).toBe(true);
  });
  it.each(['', 'harbour', 'Harbour Hotels', 'harbour .example', 'http://', `a${'.abcdefghi'.repeat(26)}`])(
    'is not in "%s"',
    (address) => {
      expect(webDomain(address)).toBeNull();
    },
  );
});
