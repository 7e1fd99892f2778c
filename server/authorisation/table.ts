import { CALENDAR_ROWS } from './calendar-rows';
import { CLIENT_ROWS } from './client-rows';
import { CRM_ROWS } from './crm-rows';
import { PLAYBOOK_ROWS, RULE_ROWS } from './playbook-rows';
import { RECORD_ROWS } from './record-rows';
import { TEAM_ROWS } from './team-rows';
import { SESSION_ROWS } from './test-session-rows';
import { VIEW_ROWS } from './view-rows';
import { type Rows, WHO } from './who';

/** Every route of the API, with who gets which status. A route without a row fails its test. */
export const TABLE: Rows = {
  ...TEAM_ROWS,
  ...SESSION_ROWS,
  ...PLAYBOOK_ROWS,
  ...RULE_ROWS,
  ...VIEW_ROWS,
  ...CRM_ROWS,
  ...CLIENT_ROWS,
  ...RECORD_ROWS,
  ...CALENDAR_ROWS,
};

/** The table as Markdown, for people. */
export function authorisationTable(): string {
  const cells = (list: readonly string[]) => `| ${list.join(' | ')} |`;
  const rows = Object.keys(TABLE)
    .sort((a, b) => pathOf(a).localeCompare(pathOf(b)) || a.localeCompare(b))
    .map((route) => cells([`\`${route}\``, ...WHO.map((who) => String(TABLE[route]?.expected[who]))]));
  return `${[cells(['route', ...WHO]), cells(['---', ...WHO.map(() => '---')]), ...rows].join('\n')}\n`;
}

function pathOf(route: string): string {
  return route.split(' ')[1] ?? '';
}

/** The file docs/authorisation.md, as it has to be. */
export function authorisationPage(): string {
  return `# Who may use which route

Made by \`npm run authorisation -- --write\` from the table that the tests try, route by route and caller by caller, on both
kinds of database (server/routes/every-route.test.ts). A cell is the status that this caller gets: 2xx is let in, 401 is
not signed in, 403 may not, 404 sees nothing of it, 409 finds it done.

\`device\` is the extension of the expert, \`leadDevice\` the lead's, \`revoked\` one that was revoked. \`removedMember\` was signed
in as a lead of the team and then taken out of it. \`otherAdmin\` is the admin of another team, \`teamless\` is in none. The
sessions that are asked for are the expert's, of whom \`colleague\` is one.

${authorisationTable()}`;
}
