import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchSent } from './match-sent';

const sent = (id: string, email: string, organisation = '', forName = '') => ({ id, email, organisation, forName });
const client = (over: object) => ({ name: '', emails: [], domain: null, ...over });
const all = [sent('kim', 'kim@harbour.example', 'Harbour Hotels'), sent('lea', 'lea@gmail.com', '', 'Lea')];

describe('the self-check of a client', () => {
  it.each([
    [client({ emails: ['Kim@Harbour.example'] }), 'kim'],
    [client({ domain: 'harbour.example' }), 'kim'],
    [client({ domain: 'gmail.com' }), undefined],
    [client({ domain: 'bour.example' }), undefined],
    [client({ name: ' harbour hotels ' }), 'kim'],
    [client({ name: 'Lea' }), 'lea'],
    [client({ name: '' }), undefined],
    [client({ emails: ['lea@gmail.com'], name: 'Harbour Hotels' }), 'lea'],
  ])('of %j is %s', (who, id) => {
    expect(matchSent(who, all)?.id).toBe(id);
  });

  it('is never guessed where two fit', () => {
    const two = [...all, sent('ann', 'ann@harbour.example')];
    expect(matchSent(client({ domain: 'harbour.example' }), two)).toBeNull();
    expect(matchSent(client({ emails: ['ann@harbour.example'], domain: 'harbour.example' }), two)?.id).toBe('ann');
  });

  it('is one of those that were sent, and fits by something that both have', () => {
    const word = fc.constantFrom('', 'a', 'b');
    const mail = fc.constantFrom('', 'x@a.example', 'y@a.example', 'x@gmail.com');
    const one = fc.record({ id: fc.uuid(), email: mail, organisation: word, forName: word });
    fc.assert(
      fc.property(
        fc.record({ name: word, emails: fc.array(mail), domain: fc.constantFrom(null, 'a.example', 'gmail.com') }),
        fc.array(one),
        (who, list) => {
          const found = matchSent(who, list);
          if (!found) return;
          const has =
            who.emails.includes(found.email) ||
            (who.domain === 'a.example' && found.email.endsWith('@a.example')) ||
            (who.name !== '' && [found.organisation, found.forName].includes(who.name));
          expect(has).toBe(true);
        },
      ),
    );
  });
});
