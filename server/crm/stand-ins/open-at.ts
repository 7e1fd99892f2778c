import type { Connector, CrmDefinition, Item, Link, Opened } from '../connector';
import type { CrmError } from '../crm-error';
import { plainOutgoing } from './plain-outgoing';
import type { StandIn } from './stand-in';

/** A connector at a stand-in, straight and unpaced. */
export function openAt(definition: CrmDefinition, vendor: StandIn, change: Partial<Opened> = {}): Connector {
  return definition.open({
    settings: vendor.settings,
    secret: async () => vendor.secret,
    renewed: async () => vendor.secret,
    outgoing: plainOutgoing,
    origin: vendor.origin,
    now: () => new Date(),
    ...change,
  });
}

/** The note of a session that no other test has, in HTML. */
export function aNote(links: readonly Link[], change: Partial<Item> = {}): Item {
  const url = `https://eitherway.example/sessions/${crypto.randomUUID()}`;
  const body = `<p>They measure it themselves.</p><p><a href="${url}">${url}</a></p>`;
  const at = new Date().toISOString();
  return {
    kind: 'note',
    key: crypto.randomUUID(),
    title: 'Ines & co',
    body,
    url,
    at,
    minutes: 45,
    due: null,
    links,
    ...change,
  };
}

/** What it failed with; null when it did not. */
export function failed(promise: Promise<unknown>): Promise<CrmError | null> {
  return promise.then(
    () => null,
    (error: CrmError) => error,
  );
}
