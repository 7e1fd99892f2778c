import { exportAll, exportFileName, exportSession } from '@/lib/storage/export-all';
import { theStore } from './device';

/** Hands everything on this device out as a file. Rejects when the store cannot be read. */
export async function exportEverything(): Promise<void> {
  const file = await exportAll(await theStore());
  downloadJson(exportFileName(file.exportedAt), file);
}

/** One session as a file: what the panel holds if it is given, else as it is stored. */
export async function exportOne(id: string, held?: object): Promise<void> {
  const session = held ?? (await exportSession(await theStore(), id));
  if (session) downloadJson(`eitherway-session-${id}.json`, session);
}

function downloadJson(name: string, content: object): void {
  download({ name, kind: 'application/json', content: JSON.stringify(content, null, 2) });
}

/** Gives a file to the person. */
export function download({ name, kind, content }: { name: string; kind: string; content: string }): void {
  const address = URL.createObjectURL(new Blob([content], { type: kind }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // The download has begun when the click returns; the address may go in the next minute.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
