import { checkLine } from './check-line';
import { loadEngine } from './engine';
import tableUrl from './table.json?url';
import type { WorkerAnswer, WorkerRequest } from './worker-messages';

/** The engine in a worker of the panel: reads its table from the extension's own files, answers every request once. */
const engine = fetch(tableUrl)
  .then((file) => file.json())
  .then(loadEngine);

self.addEventListener('message', async ({ data }: MessageEvent<WorkerRequest>) => {
  const answer = await engine.then(
    (ready): WorkerAnswer => ({ id: data.id, flags: data.lines.map((line) => checkLine(line, data.context, ready)) }),
    (error): WorkerAnswer => ({ id: data.id, problem: String(error) }),
  );
  self.postMessage(answer);
});
