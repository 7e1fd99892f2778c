import { readCredential } from '@/lib/settings/credential';
import { sendNow } from '@/lib/storage/outbox';
import { askToDrain } from '@/lib/sync/drain-message';
import { theStore } from './device';

/** Sends at once what waits for the team, as the expert asks. */
export async function sendAllNow(): Promise<void> {
  const credential = await readCredential();
  if (credential?.teamId) await sendNow(await theStore(), credential.teamId);
  await askToDrain(true);
}
