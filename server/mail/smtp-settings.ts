import * as z from 'zod/mini';
import { MailAddress } from './mail';

export type SmtpSettings = {
  host: string;
  port: number;
  /** `wrapped`: TLS from the first byte; `required`: STARTTLS or nothing is sent; `none`: as it is. */
  tls: 'wrapped' | 'required' | 'none';
  login: { user: string; pass: string } | null;
};
export type Sender = { name: string; address: string };

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/**
 * smtp://user:password@host:587 or smtps://…:465. Without TLS nothing leaves this machine, unless the address says
 * `?tls=none`; `?tls=required` asks for it on this machine too. Null for anything else: the value is never repeated.
 */
export function readSmtpUrl(text: string): SmtpSettings | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url?.hostname || !['smtp:', 'smtps:'].includes(url.protocol)) return null;
  if (!['', '/'].includes(url.pathname) || url.hash) return null;
  const { tls: asked, ...others } = Object.fromEntries(url.searchParams);
  if (Object.keys(others).length > 0) return null;
  const wrapped = url.protocol === 'smtps:';
  if (asked !== undefined && (wrapped || !['none', 'required'].includes(asked))) return null;
  const login = loginOf(url);
  if (login === 'unreadable') return null;
  const usual = LOOPBACK.test(url.hostname) ? 'none' : 'required';
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port ? Number(url.port) : wrapped ? 465 : 587,
    tls: wrapped ? 'wrapped' : ((asked as 'none' | 'required' | undefined) ?? usual),
    login,
  };
}

function loginOf({ username, password }: URL): SmtpSettings['login'] | 'unreadable' {
  if (!username) return password ? 'unreadable' : null;
  try {
    return { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  } catch {
    return 'unreadable';
  }
}

/** `team@example.com` or `Eitherway <team@example.com>`; null for anything else. */
export function readSender(text: string): Sender | null {
  const [, name = '', named] = /^\s*"?([^"<>\p{Cc}]{0,100}?)"?\s*<([^<>]+)>\s*$/u.exec(text) ?? [];
  const address = (named ?? text).trim();
  return MailAddress.safeParse(address).success ? { name: name.trim(), address } : null;
}

/** A setting read by one of these, for the schema of the environment. */
export function readBy<T>(read: (text: string) => T | null, message: string) {
  const parsed = z.transform((text: string, context): T => {
    const value = read(text);
    if (value !== null) return value;
    // Without the value: it may hold a password.
    context.issues.push({ code: 'custom', message, input: null });
    return z.NEVER;
  });
  return z.pipe(z.string(), parsed);
}
