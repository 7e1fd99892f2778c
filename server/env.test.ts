import { describe, expect, it } from 'vitest';
import { readEnvironment } from './env';

describe('the settings of the server', () => {
  it('need nothing to be said', () => {
    expect(readEnvironment({})).toMatchObject({
      PORT: 8787,
      EITHERWAY_DATA: '.data',
      EITHERWAY_HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
    });
  });

  it('take an empty one for none', () => {
    expect(readEnvironment({ DATABASE_URL: '', PORT: '' })).toEqual(readEnvironment({}));
  });

  it('read numbers', () => {
    expect(readEnvironment({ PORT: '80', METRICS_PORT: '9464', EITHERWAY_TRUSTED_PROXIES: '1' })).toMatchObject({
      PORT: 80,
      METRICS_PORT: 9464,
      EITHERWAY_TRUSTED_PROXIES: 1,
    });
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['EITHERWAY_ORIGIN', 'eitherway'],
    ['EITHERWAY_SECRET', 'too-short-to-be-one'],
    ['EITHERWAY_EXTENSION_ID', 'not an id'],
    ['EITHERWAY_SIGN_UP', 'everyone'],
    ['LOG_LEVEL', 'loud'],
    ['EITHERWAY_PRIVATE_HOSTS', 'perhaps'],
    ['EITHERWAY_SEAL_KEYS', 'dG9vLXNob3J0'],
    ['EITHERWAY_CRM_CLIENTS', '{"hubspot": "an-id-alone"}'],
    ['EITHERWAY_CRM_ORIGINS', '{"hubspot": "nowhere"}'],
    ['EITHERWAY_CRM_ORIGINS', 'hubspot=nowhere'],
    ['EITHERWAY_SMTP_URL', 'http://mailer:pass-of-mail@mail.example'],
    ['EITHERWAY_SMTP_URL', 'smtp://mailer:pass-of-mail@mail.example?tls=maybe'],
    ['EITHERWAY_MAIL_FROM', 'mail@eitherway.example, other@eitherway.example'],
    ['EITHERWAY_MAIL_FROM', 'Eitherway\r\nBcc: <all@eitherway.example>'],
  ])('name a %s that cannot be used, and not its value', (name, value) => {
    const read = () => readEnvironment({ [name]: value });
    expect(read).toThrow(name);
    expect(read).not.toThrow(value);
  });

  it('let nothing a team connects lie in the operator’s own network, unless they say so', () => {
    expect(readEnvironment({}).EITHERWAY_PRIVATE_HOSTS).toBe('refused');
    expect(readEnvironment({ EITHERWAY_PRIVATE_HOSTS: '' }).EITHERWAY_PRIVATE_HOSTS).toBe('refused');
    expect(readEnvironment({ EITHERWAY_PRIVATE_HOSTS: 'allowed' }).EITHERWAY_PRIVATE_HOSTS).toBe('allowed');
  });

  it('want the sign-in of an organisation whole or not at all', () => {
    const half = { EITHERWAY_OIDC_DISCOVERY_URL: 'https://id.example/.well-known/openid-configuration' };
    expect(() => readEnvironment(half)).toThrow('EITHERWAY_OIDC_CLIENT_SECRET');
    expect(
      readEnvironment({ ...half, EITHERWAY_OIDC_CLIENT_ID: 'a', EITHERWAY_OIDC_CLIENT_SECRET: 'b' }),
    ).toMatchObject(half);
  });

  it('read mail whole or not at all', () => {
    const EITHERWAY_SMTP_URL = 'smtps://mailer:pass%40of-mail@mail.example';
    expect(() => readEnvironment({ EITHERWAY_SMTP_URL })).toThrow('EITHERWAY_MAIL_FROM: needed beside');
    expect(() => readEnvironment({ EITHERWAY_SMTP_URL })).not.toThrow('of-mail');
    expect(() => readEnvironment({ EITHERWAY_MAIL_FROM: 'mail@eitherway.example' })).toThrow('EITHERWAY_SMTP_URL');
    expect(
      readEnvironment({ EITHERWAY_SMTP_URL, EITHERWAY_MAIL_FROM: 'Eitherway <mail@eitherway.example>' }),
    ).toMatchObject({
      EITHERWAY_SMTP_URL: { host: 'mail.example', login: { user: 'mailer', pass: 'pass@of-mail' } },
      EITHERWAY_MAIL_FROM: { name: 'Eitherway', address: 'mail@eitherway.example' },
    });
    expect(readEnvironment({})).not.toHaveProperty('EITHERWAY_SMTP_URL');
  });
});
