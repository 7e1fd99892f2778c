import { createTransport } from 'nodemailer';
import type { Mail } from './mail';
import type { Sender, SmtpSettings } from './smtp-settings';

export type SmtpOptions = {
  smtp: SmtpSettings;
  from: Sender;
  /** An authority to trust beside those of the system, as PEM. */
  ca?: string;
  /** The longest that one try may take, in milliseconds. */
  tryMs?: number;
};

/** What came of one try. `later`: a fault on the way, or in doubt; the same message may be sent again. */
export type Tried =
  | { kind: 'accepted' }
  | { kind: 'refused'; code: number }
  | { kind: 'later'; code: number | null; fault: string };

export type Smtp = { deliver(mail: Mail): Promise<Tried> };

const STEP_MS = 10_000;
const SILENCE_MS = 30_000;
const TRY_MS = 90_000;

/** Hands one mail at a time to the operator's server. Never throws; says nothing of address or text. */
export function createSmtp({ smtp, from, ca, tryMs = TRY_MS }: SmtpOptions): Smtp {
  const domain = from.address.split('@')[1] ?? 'localhost';
  const transport = createTransport({
    host: smtp.host,
    port: smtp.port,
    secure: smtp.tls === 'wrapped',
    requireTLS: smtp.tls === 'required',
    ignoreTLS: smtp.tls === 'none',
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(ca && { ca }) },
    ...(smtp.login && { auth: smtp.login }),
    // Not this machine's own name.
    name: domain,
    connectionTimeout: Math.min(STEP_MS, tryMs),
    greetingTimeout: Math.min(STEP_MS, tryMs),
    dnsTimeout: Math.min(STEP_MS, tryMs),
    socketTimeout: Math.min(SILENCE_MS, tryMs),
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  });
  return {
    async deliver({ id, to, subject, text }) {
      let timer: NodeJS.Timeout | undefined;
      const tooLong = new Promise<Tried>((resolve) => {
        timer = setTimeout(() => resolve({ kind: 'later', code: null, fault: 'too-long' }), tryMs);
      });
      const sent = transport
        .sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
          xMailer: false,
        })
        .then((): Tried => ({ kind: 'accepted' }), faultOf);
      try {
        return await Promise.race([sent, tooLong]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** Where the other side speaks of this one mail. A 5xx elsewhere (sign-in, greeting) is for the operator to mend. */
const OF_THE_MAIL = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

function faultOf(error: unknown): Tried {
  const { responseCode, command, code } = error as { responseCode?: number; command?: string; code?: string };
  if (responseCode && responseCode >= 500 && OF_THE_MAIL.has(command ?? '') && code !== 'EAUTH')
    return { kind: 'refused', code: responseCode };
  return { kind: 'later', code: responseCode ?? null, fault: code ?? 'unknown' };
}
