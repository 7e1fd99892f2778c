export type Told = {
  origin: string;
  extension: string;
  /** Why no browser was opened; null when one was. */
  noBrowser: 'no-screen' | 'no-chromium' | null;
  signIns: readonly { role: string; name: string; email: string; password: string }[];
  log: string;
};

/** What `npm start` says once everything is up: where it is, what to click, and who can sign in. */
export function tell({ origin, extension, noBrowser, signIns, log }: Told): string {
  return [
    '',
    `Eitherway is up at ${origin}`,
    '',
    ...(noBrowser === null ? opened() : notOpened(noBrowser, extension, origin)),
    ...tour(origin),
    '',
    'Demo sign-ins',
    ...signIns.map(({ role, name, email, password }) => `  ${role.padEnd(7)} ${name.padEnd(18)} ${email}  ${password}`),
    '',
    `The log is in ${log}. Ctrl+C stops everything; what you typed stays.`,
  ].join('\n');
}

function opened(): string[] {
  return ['Chromium is open with the extension, the practice call and the welcome page.', ''];
}

function notOpened(why: 'no-screen' | 'no-chromium', extension: string, origin: string): string[] {
  return [
    why === 'no-screen'
      ? 'There is no screen here, so no browser was opened. In a browser of this machine, or one that reaches it:'
      : 'No Chromium was found, so no browser was opened (EITHERWAY_CHROMIUM=/path/to/it names one). In Chrome or Edge:',
    '  a. Open chrome://extensions and switch on "Developer mode".',
    `  b. "Load unpacked", and choose the folder ${extension}`,
    `  c. Under Options of the extension, "Your team’s address" is filled in: ${origin}`,
    `  d. Open the practice call, ${origin}/practice`,
    '',
  ];
}

function tour(origin: string): string[] {
  return [
    'What to click',
    '  1. "Sign in to your team", on the welcome page and then under Options; "Open your team’s page", sign in there as the',
    '     expert and approve the code. Or go on without a team.',
    `  2. On the practice call (${origin}/practice): the Eitherway icon in the toolbar, or Alt+Shift+E. The panel opens beside it.`,
    '  3. Start a session, type under a question: "show them our dashboard" and Enter. A flag appears.',
    '  4. "Decide together": yes, no or not yet, with the reason. Then finish.',
    `  5. The lead reads it: ${origin}/sign-in, as the lead.`,
  ];
}
