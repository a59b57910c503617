/** Long work in slices, so that the pane stays alive between them. */

/** Long enough to get on, short enough that nobody feels it. */
const SLICE_MS = 12;

/**
 * Runs steps to their end.
 *
 * @returns undefined where it was stopped
 */
export async function runInSlices<R>(
  steps: Generator<number, R, void>,
  progress: (share: number) => void,
  stopped: () => boolean,
): Promise<R | undefined> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    let step = steps.next();
    while (!step.done && performance.now() < until) step = steps.next();
    if (step.done) return step.value;
    progress(step.value);
    await nextTask();
    if (stopped()) return undefined;
  }
}

/** After events and painting had their turn; a timer would wait at least four milliseconds each time. */
function nextTask(): Promise<void> {
  if (typeof MessageChannel === "undefined") return new Promise((resolve) => setTimeout(resolve));
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
