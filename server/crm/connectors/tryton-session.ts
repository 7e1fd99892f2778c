import * as z from 'zod/mini';
import type { Opened } from '../connector';
import { CrmError } from '../crm-error';
import type { OutgoingAnswer } from '../outgoing/outgoing';
import { remembered } from '../remembered';
import { createVendor, type Effect, type Refusal } from '../vendor';

const Login = z.nullable(z.tuple([z.int(), z.string()]));
/** Messages of the server are told apart by their English words. */
const CONTEXT = { language: 'en' };

/** One method of a model, such as `party.party.read`. */
export type Call = <T>(effect: Effect, method: string, params: unknown[], answer: z.ZodMiniType<T>) => Promise<T>;

/** Calls as someone who is signed in; a session that ended is begun anew, once a call. */
export function trytonSession({
  settings,
  secret,
  outgoing,
  now,
}: Pick<Opened, 'settings' | 'secret' | 'outgoing' | 'now'>): Call {
  const { address = '', database = '', user = '' } = settings;
  const common = { outgoing, base: `${address.replace(/\/+$/, '')}/${encodeURIComponent(database)}/`, now };
  const open = createVendor({
    ...common,
    headers: async () => ({}),
    refusal: (answer, json) =>
      answer.status === 401 ? { kind: 'auth', code: 'wrong-password' } : refusalOf(answer, json, 'read'),
  });
  const logIn = () =>
    remembered(async () => {
      const { password = '' } = await secret();
      const json = { id: 0, method: 'common.db.login', params: [user, { password }, 'en'] };
      const { result } = await open({ method: 'POST', path: '', json, effect: 'read', answer: resultOf(Login) });
      if (result === null) throw new CrmError('auth', { code: 'wrong-password' });
      const words = Buffer.from(`${user}:${result[0]}:${result[1]}`).toString('base64');
      return { authorization: `Session ${words}` };
    });
  let signedIn = logIn();
  const renew = () => {
    signedIn = logIn();
    return signedIn();
  };
  const by = (effect: Effect) =>
    createVendor({
      ...common,
      headers: () => signedIn(),
      renew,
      refusal: (answer, json) => refusalOf(answer, json, effect),
    });
  const asks = { read: by('read'), repeatable: by('repeatable'), create: by('create') };
  return async (effect, method, params, answer) => {
    const json = { id: 1, method: `model.${method}`, params: [...params, CONTEXT] };
    return (await asks[effect]({ method: 'POST', path: '', json, effect, answer: resultOf(answer) })).result;
  };
}

function resultOf<T>(answer: z.ZodMiniType<T>) {
  return z.object({ result: answer });
}

/** Tryton says what is wrong inside of an answer with status 200: ["UserError", ["…", "", null]]. Source: Tryton 6.0, trytond/protocols/jsonrpc.py. */
function refusalOf({ status }: OutgoingAnswer, json: unknown, effect: Effect): Refusal | null {
  if (status === 404) return { kind: 'config', code: 'no-such-database' };
  const read = z.safeParse(z.object({ error: z.array(z.unknown()) }), json);
  if (!read.success) return null;
  const [name, details] = read.data.error;
  const word = String(name);
  if (word === 'UserError') return ofPeople(Array.isArray(details) ? String(details[0]) : '');
  if (word === 'UserWarning') return { kind: 'bad', code: word };
  if (word === 'LoginException') return { kind: 'auth', code: word };
  if (word === 'ConcurrencyException') return { kind: 'retry', code: word };
  if (/^Database .* doesn't exist/.test(word)) return { kind: 'config', code: 'no-such-database' };
  // What Python says of a name that it does not know.
  if (/^'[\w.]+'$/.test(word)) return { kind: 'config', code: 'no-such-model' };
  // Its own failure, such as a database that is locked; it may have come after what was asked was done.
  return { kind: effect === 'create' ? 'doubt' : 'retry', code: 'server-error' };
}

function ofPeople(sentence: string): Refusal {
  if (/don't exist anymore/.test(sentence)) return { kind: 'gone' };
  if (/at leas[te] one of th[eo]se rules/.test(sentence)) return { kind: 'bad', code: 'record-rule' };
  if (/^You are not allowed to access/.test(sentence)) return { kind: 'config', code: 'right-missing' };
  return { kind: 'bad', code: 'UserError' };
}
