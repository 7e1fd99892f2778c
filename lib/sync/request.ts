/** Shorter than the 30 s after which Chrome stops a service worker that waits for an answer. */
const TIMEOUT_MS = 25_000;

/** `body` is the parsed JSON, or null when it was none. */
export type Answer = { kind: 'answer'; response: Response; body: unknown } | { kind: 'offline' };

/**
 * How this extension fetches: with a time limit, without cookies (the token goes in a header), and following no
 * redirect. A redirect is somebody else's, such as a hotel's sign-in page, so it counts as no network.
 */
export function patientFetch(fetcher: typeof fetch = fetch, timeoutMs = TIMEOUT_MS): typeof fetch {
  return (input, init) => {
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    return fetcher(input, { ...init, signal, credentials: 'omit', redirect: 'error', cache: 'no-store' });
  };
}

/** Reads an answer whole. Whatever prevents that is "no network" to the product; it never throws. */
export async function answerOf(asked: () => Promise<Pick<Response, 'text'> & object>): Promise<Answer> {
  try {
    const response = (await asked()) as Response;
    return { kind: 'answer', response, body: json(await response.text()) };
  } catch {
    return { kind: 'offline' };
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
