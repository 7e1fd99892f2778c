import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { SyncStatus } from './sync-status';

/** What the panel asks of the background. */
export const DrainMessage = z.object({
  kind: z.literal('drain'),
  /** The network came back, or the expert asks for a try now. */
  networkBack: z._default(z.boolean(), false),
});
export type DrainMessage = z.infer<typeof DrainMessage>;

/** Asks the background to send what waits; resolves when it has tried. Null when it cannot be reached: an alarm will do it. */
export async function askToDrain(networkBack = false): Promise<SyncStatus | null> {
  try {
    const answer: unknown = await browser.runtime.sendMessage({ kind: 'drain', networkBack } satisfies DrainMessage);
    const status = SyncStatus.safeParse(answer);
    return status.success ? status.data : null;
  } catch {
    return null;
  }
}
