import { checkLine } from './check-line';
import { loadEngine, withTeamRules } from './engine';
import modelUrl from './model/model.bin?url';
import tableUrl from './table.json?url';
import type { WorkerAnswer, WorkerRequest } from './worker-messages';

/** Both layers in a worker of the panel: read from the extension's own files, once; every request is answered once. */
const shipped = Promise.all([
  fetch(tableUrl).then((file) => file.json()),
  // Without the model the rules still work.
  fetch(modelUrl).then(
    (file) => (file.ok ? file.arrayBuffer() : null),
    () => null,
  ),
]).then(([table, model]) => loadEngine(table, model));

let engine = shipped;

self.addEventListener('message', async ({ data }: MessageEvent<WorkerRequest>) => {
  if ('team' in data) {
    const { team } = data;
    engine = team ? shipped.then((ready) => withTeamRules(ready, team)) : shipped;
    return;
  }
  const answer = await engine.then(
    (ready): WorkerAnswer => ({ id: data.id, flags: data.lines.map((line) => checkLine(line, data.context, ready)) }),
    (error): WorkerAnswer => ({ id: data.id, problem: String(error) }),
  );
  self.postMessage(answer);
});
