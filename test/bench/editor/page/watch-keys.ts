/** What the page measures of itself, in ms. `paints`: from a key's arrival to the first task after its frame. */
export type Measured = { paints: number[]; longTasks: number[]; checked: number };

declare global {
  interface Window {
    measured: Measured;
  }
}

export function watchKeys(): void {
  const measured: Measured = { paints: [], longTasks: [], checked: 0 };
  window.measured = measured;
  // One channel for all keys: a new one for each would be most of what is measured.
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => measured.paints.push(performance.now() - data);
  document.addEventListener(
    'keydown',
    ({ timeStamp }) => requestAnimationFrame(() => port2.postMessage(timeStamp)),
    true,
  );
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) measured.longTasks.push(entry.duration);
  }).observe({ type: 'longtask', buffered: true });
}
