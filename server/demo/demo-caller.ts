import type { DemoSignIn } from './demo-team';

type Answer = { status: number; body: Record<string, unknown> };
/** Someone signed in to a running API as a browser is, by a cookie. */
export type DemoCaller = { ask(method: string, path: string, body?: unknown): Promise<Answer> };

/** Signs in to the account, or makes it. Null when it is there with another password. */
export async function demoCaller(origin: string, { name, email, password }: DemoSignIn): Promise<DemoCaller | null> {
  for (const [path, body] of [
    ['/api/auth/sign-in/email', { email, password }],
    ['/api/auth/sign-up/email', { name, email, password }],
  ] as const) {
    const answer = await send(origin, '', 'POST', path, body);
    if (answer.ok) {
      const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
      return { ask: (method, to, content) => read(send(origin, cookie.join('; '), method, to, content)) };
    }
    const { status } = await read(Promise.resolve(answer));
    if (status === 429 || status >= 500) throw new Error(`the API answered ${status} to a demo sign-in`);
  }
  return null;
}

/** Whether the account is there with the demo's password; makes nothing. */
export async function isThere(origin: string, { email, password }: DemoSignIn): Promise<boolean> {
  const answer = await send(origin, '', 'POST', '/api/auth/sign-in/email', { email, password });
  await answer.body?.cancel();
  return answer.ok;
}

function send(origin: string, cookie: string, method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(origin + path, {
    method,
    headers: { 'content-type': 'application/json', origin, ...(cookie && { cookie }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

async function read(sent: Promise<Response>): Promise<Answer> {
  const answer = await sent;
  return { status: answer.status, body: (await answer.json().catch(() => ({}))) as Record<string, unknown> };
}
