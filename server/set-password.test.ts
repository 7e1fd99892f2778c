import { describe, expect, it } from 'vitest';
import { connect } from './db/connect';
import { setPassword } from './set-password';
import { onEachDatabase } from './test-api';
import { aDevice, aPerson, ask, PASSWORD } from './test-people';

describe('a forgotten password', () => {
  onEachDatabase((api) => {
    it('is set anew by whoever runs the server, and ends every sign-in of its person', async () => {
      const person = await aPerson(api, 'Fay');
      const device = await aDevice(api, person);
      const { db, pool } = connect(api.databaseUrl, 1);
      const password = await setPassword(db, person.email.toUpperCase());
      expect(await setPassword(db, 'nobody@example.test')).toBeNull();
      await pool.end();
      for (const caller of [person, device]) expect((await ask(api, caller, 'GET', '/api/me')).status).toBe(401);
      const signIn = (tried: string | null) =>
        ask(api, { headers: { origin: api.origin } }, 'POST', '/api/auth/sign-in/email', {
          email: person.email,
          password: tried,
        });
      expect((await signIn(PASSWORD)).status).toBe(401);
      expect((await signIn(password)).status).toBe(200);
    });
  });
});
