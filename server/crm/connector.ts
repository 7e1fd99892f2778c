import type { Outgoing } from './outgoing/outgoing';

/** What a note can be linked to. An `opportunity` is what vendors call by many names: the matter that is being talked about. */
export type RecordKind = 'person' | 'company' | 'opportunity';
export type Link = { kind: RecordKind; id: string };
/** A record that may be meant. `detail` tells it from others of its name; `url` opens it for people. */
export type Match = Link & { name: string; detail: string; url: string | null };

/** What is written beside a record: the note of a session, or one of its next steps as a task. */
export type Item = {
  kind: 'note' | 'task';
  /** The same for the same note of the same session for ever: a UUIDv5. */
  key: string;
  title: string;
  /** In the form and within the length that `caps` names. It contains `url` as a visible link. */
  body: string;
  /** The page of the session here: what a note is found by again where there is no key. A task's is told apart by its fragment. */
  url: string;
  /** When the talk began. */
  at: string;
  minutes: number;
  /** For a task: its calendar day, when one was agreed. */
  due: string | null;
  links: readonly Link[];
  /** Where we linked it before and it does not belong any more; what people linked there themselves is not among them. */
  formerLinks?: readonly Link[];
  /** When it was last known to be written there; with it, what changes back to what it was differs from the same once more. */
  lastWritten?: string | null;
};
export type ItemKind = Item['kind'];
/** Where it stands at the vendor; `url` opens it for people, null when the vendor has no such address. */
export type Placed = { id: string; url: string | null };

export type FieldType = 'text' | 'number' | 'date' | 'boolean' | 'choice';
/** A field of a record that people of the team may choose to be written. */
export type Field = {
  name: string;
  label: string;
  type: FieldType;
  options: readonly { value: string; label: string }[];
  maxLength: number | null;
  writable: boolean;
};
export type Value = string | number | boolean | null;

export type Caps = {
  /** `upsert`: the vendor keeps one record a key; `clientId`: we choose the record's id; `locate`: only looking for it tells. */
  key: 'upsert' | 'clientId' | 'locate';
  body: 'html' | 'markdown' | 'text';
  /** Characters of a body, markup included. */
  maxBody: number;
  maxTitle: number;
  /** Whether next steps can be tasks of their own. */
  tasks: boolean;
  /** What can be found and linked; empty for one that has no records. */
  kinds: readonly RecordKind[];
  /** Whether `set` may write fields, and of which kinds. */
  fields: readonly RecordKind[];
};

/** Whose account this is; `missing` names rights that the vendor did not grant. */
export type Account = { id: string; name: string; url: string | null; missing: readonly string[] };

/** What every CRM can do. Nothing here picks among several, and nothing creates twice what it was asked for once. */
export type Connector = {
  readonly caps: Caps;
  /** Token, rights and account; makes the field that holds our key, where the vendor needs one. May lower `caps` by what it finds. */
  check(): Promise<Account>;
  fields(of: RecordKind): Promise<Field[]>;
  /** None, one or many; never picks. At most 20. */
  find(query: { emails: readonly string[] } | { domain: string }): Promise<Match[]>;
  /** Whether it is there already, by a way that sees what was written a moment ago. Null: it surely is not. `url` is its path and fragment alone. */
  locate(item: Pick<Item, 'kind' | 'key' | 'url' | 'links' | 'at'>): Promise<Placed | null>;
  /** Same key, same record: writes it, with its links, and mends missing ones. `known` is where it stood before. */
  put(item: Item, known: string | null): Promise<Placed>;
  set(on: Link, values: Readonly<Record<string, Value>>): Promise<void>;
  /** That it is not there any more is success. `lastWritten` as an item's. */
  remove(kind: ItemKind, id: string, lastWritten?: string | null): Promise<void>;
  /** A new person of a client's, where the vendor has people. Only called when the team allowed it. */
  addPerson?(person: { name: string; email: string }): Promise<Match>;
};

/** One thing to be filled in to connect. */
export type ConnectField = {
  name: string;
  /** Keys of messages; the web app says them. */
  label: string;
  hint: string | null;
  kind: 'text' | 'secret' | 'url';
  required: boolean;
  /** An address that is kept to the sign; others lose the slash at their end. */
  exact?: boolean;
};

/** OAuth 2 with PKCE, as the vendor wants it. */
export type OAuth = {
  authorizeUrl(settings: Settings): string;
  tokenUrl(settings: Settings): string;
  /** Null when a vendor has none; then disconnecting only deletes. */
  revokeUrl(settings: Settings): string | null;
  scopes: readonly string[];
  pkce: boolean;
  /** How our client id and secret go along with a request for tokens. */
  clientAuth: 'body' | 'basic';
  /** Lives of access tokens that the answer does not name, in seconds. */
  defaultLife: number;
  /** Further settings that an answer with tokens brings, such as the account's own host. */
  settingsOf?(answer: Record<string, unknown>): Settings;
};

export type Settings = Readonly<Record<string, string>>;
/** What is kept encrypted: a token, or what OAuth gave. */
export type Secret = Readonly<Record<string, string>>;

/** So many requests in any stretch of so many milliseconds; `name` marks those that count ('all' for every one). */
export type Pace = { name: string; requests: number; perMs: number };

export type Opened = {
  settings: Settings;
  /** The secret as it is now: refreshed when it is about to run out. */
  secret(): Promise<Secret>;
  /** Called after the vendor refused the token of `stale`; gives a newer one, or throws an `auth` error. */
  renewed(stale: Secret): Promise<Secret>;
  outgoing: Outgoing;
  /** Where the vendor's API lies instead of its own host: a sandbox or a proxy, by the operator's setting. */
  origin: string | null;
  now(): Date;
};

export type CrmDefinition = {
  id: string;
  /** As the vendor writes it; not translated. */
  name: string;
  fields: readonly ConnectField[];
  /** Null where a token is all there is. */
  oauth: OAuth | null;
  /** Without the operator's word, connections go to these hosts only ('.example.com' for all below it); null where the team gives an address. */
  hosts: readonly string[] | null;
  pace: readonly Pace[];
  /** Most items that may be on their way at once, where an account bears fewer than usual. */
  atOnce?: number;
  open(opened: Opened): Connector;
};

export function defineCrm(definition: CrmDefinition): CrmDefinition {
  return definition;
}
