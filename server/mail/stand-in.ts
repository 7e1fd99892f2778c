import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** What the receiver's side does with the next mails, one each; without any it takes them. */
export type Fault = 'later-at-recipient' | 'refused-at-recipient' | 'refused-at-text' | 'drops-after-text' | 'silent';
export type Received = { to: string; raw: string; encrypted: boolean; login: string | null };

export type SmtpStandIn = {
  port: number;
  received: Received[];
  /** Connections so far. */
  calls(): number;
  faults: Fault[];
  stop(): Promise<void>;
};

export const STAND_IN_LOGIN = { user: 'mailer', pass: 'pass:w@rd-of-mail' };

/** A strict server on this machine, over real sockets. `certificate`: for STARTTLS; `login`: wants one. */
export async function smtpStandIn({
  certificate = null,
  login = false,
}: {
  certificate?: { key: string; cert: string } | null;
  login?: boolean;
} = {}): Promise<SmtpStandIn> {
  const received: Received[] = [];
  const faults: Fault[] = [];
  let calls = 0;
  const server = new SMTPServer({
    ...certificate,
    authOptional: !login,
    disabledCommands: [...(certificate ? [] : ['STARTTLS']), ...(login ? [] : ['AUTH'])],
    hideSTARTTLS: !certificate,
    logger: false,
    disableReverseLookup: true,
    closeTimeout: 100,
    onConnect(_session, done) {
      calls += 1;
      done();
    },
    onAuth({ username, password }, _session, done) {
      const known = username === STAND_IN_LOGIN.user && password === STAND_IN_LOGIN.pass;
      if (known) done(null, { user: username });
      else done(answer(535, 'who are you'));
    },
    onRcptTo({ address }, _session, done) {
      if (faults[0] === 'silent') {
        faults.shift();
        return;
      }
      if (faults[0] === 'later-at-recipient') {
        faults.shift();
        done(answer(451, `${address} is greylisted, come again`));
      } else if (faults[0] === 'refused-at-recipient') {
        faults.shift();
        done(answer(550, `${address} is not here`));
      } else done();
    },
    async onData(stream, session, done) {
      const raw = await text(stream);
      const to = session.envelope.rcptTo.map(({ address }) => address).join(', ');
      const fault = faults.shift();
      if (fault === 'refused-at-text') return done(answer(554, 'not wanted'));
      received.push({ to, raw, encrypted: session.secure, login: session.user ?? null });
      if (fault !== 'drops-after-text') return done();
      // It took the mail and goes before it says so.
      for (const connection of server.connections) connection._socket?.destroy();
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    faults,
    calls: () => calls,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function answer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** For the name localhost, signed by itself; for tests alone. */
export const STAND_IN_CERTIFICATE = {
  cert: `-----BEGIN CERTIFICATE-----
MIIBlDCCATugAwIBAgIUCIAplbDvLDRXF0ntc8rbi4Y5ZoYwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNDAwMTgzN1oYDzIxMjYxMDMx
MDAxODM3WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASj+XhVuQgJB8l+tIhTIhXtt0EATkDYCNrQMZuVaILUAlm8TeBoqedg
zMRI6w/r/hgGcJG8gd8sUpPTCRG92opDo2kwZzAdBgNVHQ4EFgQUuImxOTwXO+3x
Cvm8cRzXOy5Zgx4wHwYDVR0jBBgwFoAUuImxOTwXO+3xCvm8cRzXOy5Zgx4wFAYD
VR0RBA0wC4IJbG9jYWxob3N0MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwID
RwAwRAIgH5N5yEI6rbHf08l4LqxD7pzDjHoAN+AJQhPdbSDaPqkCICTT5BSLSllQ
9GLk2bFBeXFrjQuHiC5N0RCJMGmCG9My
-----END CERTIFICATE-----
`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgtcX5J01r45WvWmzY
HPm4OmHP4wB7PR9zwO4jwTWj+4WhRANCAASj+XhVuQgJB8l+tIhTIhXtt0EATkDY
CNrQMZuVaILUAlm8TeBoqedgzMRI6w/r/hgGcJG8gd8sUpPTCRG92opD
-----END PRIVATE KEY-----
`,
};
