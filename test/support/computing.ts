/**
 * How long something computes, in milliseconds of the processor: what the clock says on a machine that does other work
 * beside is no matter. For guards against work that grows without bounds; how fast things are is the bench's to say.
 */
export function computing(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  return process.cpuUsage(start).user / 1000;
}
