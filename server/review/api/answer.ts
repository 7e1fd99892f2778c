/** Why a request brought nothing: no network, or the API said no with its own sentence. Queries and mutations throw it. */
export class Refusal extends Error {
  readonly kind: 'offline' | 'refused';
  /** The stable code of the API, or '' where something else answered. */
  readonly code: string;
  /** What a CRM said, by its code; '' where none was asked. */
  readonly reason: string;

  constructor(kind: 'offline' | 'refused', code: string, sentence: string, reason = '') {
    super(sentence);
    this.reason = reason;
    this.kind = kind;
    this.code = code;
  }
}

type Answered = Pick<Response, 'ok' | 'status'> & { json(): Promise<unknown> };
/** What a successful answer of a route holds, of all the answers that its client knows. */
type Content<R> = R extends { ok: true; status: infer Status; json(): Promise<infer Value> }
  ? Status extends 204
    ? null
    : Value
  : never;

/** The content of a successful answer; throws a `Refusal` for everything else. */
export async function contentOf<R extends Answered>(asked: Promise<R>): Promise<Content<R>> {
  const answer = await asked.catch(() => {
    throw new Refusal('offline', '', '');
  });
  const body: unknown = answer.status === 204 ? null : await answer.json().catch(() => undefined);
  if (answer.ok && body !== undefined) return body as Content<R>;
  throw refusalOf(body);
}

/** RFC 9457 problem details, as far as this app shows them. */
function refusalOf(body: unknown): Refusal {
  const { code, title, detail, reason } = (body ?? {}) as Record<string, unknown>;
  return new Refusal(
    'refused',
    typeof code === 'string' ? code : '',
    String(detail || title || ''),
    typeof reason === 'string' ? reason : '',
  );
}

export function isRefusal(error: unknown, code: string): boolean {
  return error instanceof Refusal && error.code === code;
}
