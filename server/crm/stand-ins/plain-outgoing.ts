import { type Outgoing, OutgoingError } from '../outgoing/outgoing';

/** Straight out, for stand-ins on this machine: what guards requests has tests of its own. */
export const plainOutgoing: Outgoing = async ({ method, url, headers, body }) => {
  try {
    const answer = await fetch(url, {
      method,
      headers: { ...headers },
      ...(body !== undefined && { body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(2_000),
    });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  } catch (error) {
    const code = ((error as Error).cause as NodeJS.ErrnoException | undefined)?.code;
    throw new OutgoingError(code === 'ECONNREFUSED' || code === 'ENOTFOUND' ? 'not-sent' : 'in-doubt');
  }
};
