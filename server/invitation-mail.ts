import { type Mail, oneLine } from './mail/mail';

const LONGEST_NAME = 80;

/** What the one who is invited reads. Names are other people's words: kept short, on one line, and no address to follow. */
export function invitationMail({
  link,
  team,
  from,
  expiresAt,
  ...rest
}: Pick<Mail, 'id' | 'teamId' | 'to'> & { link: string; team: string; from: string; expiresAt: Date }): Mail {
  const until = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(expiresAt);
  const text = `Hello,

${asName(from)} invites you to the team "${asName(team)}" on Eitherway.

Join it here:
${link}

The link is for you alone. It works once, until ${until}.
If you did not expect this, you need do nothing.
`;
  return { ...rest, subject: 'An invitation to a team on Eitherway', text };
}

/** Without what mail programs would turn into a link. */
export function asName(name: string): string {
  const plain = oneLine(name)
    .replaceAll(/[:/\\@]+/g, ' ')
    .replaceAll(/\.(?=\S)/g, '. ');
  return plain.length > LONGEST_NAME ? `${plain.slice(0, LONGEST_NAME)}…` : plain;
}
