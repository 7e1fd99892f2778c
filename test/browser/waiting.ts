/** Asks again and again until the answer is neither null, undefined nor false; throws with `what` after the deadline. Milliseconds. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  { timeout = 30_000, every = 50 } = {},
): Promise<T> {
  const deadline = Date.now() + timeout;
  let last: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== null && answer !== undefined && answer !== false) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline) {
      throw new Error(`waited ${timeout} ms: ${what}${last === undefined ? '' : ` (${String(last)})`}`);
    }
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
