import { asName } from '../invitation-mail';
import type { Mail } from '../mail/mail';

type To = Pick<Mail, 'id' | 'teamId' | 'to'> & { address: string; team: string; from: string; expiresAt: Date };

const dayOf = (at: Date) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(at);

/** A mail that brings a client the questions before a call. It asks for nothing. */
export function checkMail({ address, team, from, expiresAt, ...rest }: To): Mail {
  const text = `Hello,

before we talk: a few short questions with which you can see for yourself whether a talk is worth your time. You may leave
any of them empty, and end it there. Nothing is sent to us unless you ask for a talk at its end.

${address}

The link works until ${dayOf(expiresAt)}. You need no account, and nobody will remind you.

${asName(from)}, ${asName(team)}
`;
  return { ...rest, subject: 'A few questions before a talk, if you like', text };
}

/** A mail that brings a client the record of what was decided. */
export function recordMail({ address, team, from, expiresAt, ...rest }: To): Mail {
  const text = `Hello,

this is what we wrote down of what we decided together. Please read whether it is right. You can confirm it, suggest another
wording, add what you see otherwise, or leave it.

${address}

The link is for those who took part; who has it can read the page. It works until ${dayOf(expiresAt)}. You need no account.

${asName(from)}, ${asName(team)}
`;
  return { ...rest, subject: 'What we decided together, for you to read', text };
}
