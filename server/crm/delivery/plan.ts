import { and, eq, inArray } from 'drizzle-orm';
import { clientAddresses } from '@/lib/session/client-addresses';
import type { Session } from '@/lib/session/session';
import type { Tx } from '../../db/connect';
import { crmMatch, session as sessionTable } from '../../db/schema';
import type { Caps, Item, Link } from '../connector';
import type { Delivery } from '../ledger/rows';
import { hashOf, itemKey, itemUrl } from '../links';
import { fillingOf } from '../mapping/filling';
import type { Mapping } from '../mapping/mapping';
import { renderBody, shortTitle } from '../mapping/render';
import { fillTemplate } from '../mapping/template';
import { type Addresses, type Chosen, keysToAsk } from '../match/match';

/** What of the database one delivery is made of; null when its session is not there any more. */
export type Source = {
  session: Session;
  revision: number;
  expert: string;
  sharedFrom: Date;
  addresses: Addresses;
  chosen: Chosen;
};

export async function readSource(tx: Tx, { teamId, connectionId, sessionId }: Delivery): Promise<Source | null> {
  const [row] = await tx
    .select({
      session: sessionTable.document,
      revision: sessionTable.revision,
      expert: sessionTable.expertName,
      sharedFrom: sessionTable.sharedFrom,
    })
    .from(sessionTable)
    .where(and(eq(sessionTable.teamId, teamId), eq(sessionTable.id, sessionId)));
  if (!row) return null;
  const addresses = clientAddresses(row.session);
  const matches = await tx
    .select({ key: crmMatch.key, link: crmMatch.link })
    .from(crmMatch)
    .where(
      and(
        eq(crmMatch.teamId, teamId),
        eq(crmMatch.connectionId, connectionId),
        inArray(crmMatch.key, keysToAsk(sessionId, addresses)),
      ),
    );
  return { ...row, addresses, chosen: Object.fromEntries(matches.map(({ key, link }) => [key, link])) };
}

export type Planned = { item: Item; hash: string; shortened: boolean };

/** One note or task as it is to stand there, within what the vendor holds; null when the step is not in the session any more. */
export function planItem(
  { connectionId, sessionId, kind }: Pick<Delivery, 'connectionId' | 'sessionId' | 'kind'>,
  { session, expert }: Pick<Source, 'session' | 'expert'>,
  { origin, caps, mapping, links }: { origin: string; caps: Caps; mapping: Mapping; links: readonly Link[] },
): Planned | null {
  const page = itemUrl(origin, connectionId, sessionId, 'note');
  const common = {
    key: itemKey(connectionId, sessionId, kind),
    url: itemUrl(origin, connectionId, sessionId, kind),
    at: session.startedAt,
    minutes: minutesOf(session),
    links: links.map(({ kind: of, id }) => ({ kind: of, id })),
  };
  if (kind === 'note') {
    const blocks = fillTemplate(mapping.template, fillingOf({ session, expert, url: page }, mapping.outcome));
    const { body, shortened } = renderBody(blocks, page, caps);
    const title = shortTitle(session.title || `Talk with ${session.client.name}`, caps.maxTitle);
    return planned({ kind: 'note', ...common, title, body, due: null }, shortened);
  }
  const step = session.decision.nextSteps.find(({ id }) => stepKind(id) === kind);
  if (!step) return null;
  const owner = step.owner.name || (step.owner.side === 'client' ? 'the client' : 'us');
  const { body, shortened } = renderBody(
    [
      { kind: 'text', text: step.text },
      { kind: 'text', text: `By ${owner}` },
    ],
    common.url,
    caps,
  );
  return planned(
    { kind: 'task', ...common, title: shortTitle(step.text, caps.maxTitle), body, due: step.date },
    shortened,
  );
}

export const stepKind = (id: string) => `step:${id.toLowerCase()}`;

function planned(item: Item, shortened: boolean): Planned {
  return { item, shortened, hash: hashOf(item) };
}

function minutesOf({ startedAt, finishedAt, plannedMinutes }: Session): number {
  const taken = finishedAt ? Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 60_000) : plannedMinutes;
  return Math.min(Math.max(0, taken), 24 * 60);
}

/** Which deliveries there are to be beside the note: its steps as tasks, and fields. */
export function kindsBeside(session: Session, caps: Caps, mapping: Mapping): string[] {
  const steps = mapping.tasks && caps.tasks ? session.decision.nextSteps.filter(({ text }) => text.trim()) : [];
  return [...steps.map(({ id }) => stepKind(id)), ...(mapping.fields.length > 0 ? ['fields'] : [])];
}
