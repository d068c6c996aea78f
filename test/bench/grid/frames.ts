/** An event of the browser's own trace; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Of this, the processor's time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

export const TRACE_CATEGORIES = [
  "toplevel",
  "devtools.timeline",
  "disabled-by-default-devtools.timeline",
  "disabled-by-default-devtools.timeline.frame",
  "devtools.timeline.frame",
];

/** What the page's main thread did while something moved. */
export interface Frames {
  /** The main thread's processor time for each frame that it made, in ms: what other programs take is not in it. */
  readonly workMs: readonly number[];
  /** The same by the clock. */
  readonly passedMs: readonly number[];
  readonly drawn: number;
  readonly dropped: number;
}

/** Reads a trace as Chromium writes it. The main thread's tasks count to the frame in which they began. */
export function readFrames(trace: string): Frames {
  const { traceEvents: events } = JSON.parse(trace) as { traceEvents: readonly TraceEvent[] };
  const main = busiestMainThread(events);
  const own = events
    .filter(({ pid, tid }) => pid === main.pid && tid === main.tid)
    .toSorted((a, b) => a.ts - b.ts);
  const begins = own.filter(({ name }) => name === "BeginMainThreadFrame").map(({ ts }) => ts);
  const workMs = new Array<number>(begins.length).fill(0);
  const passedMs = [...workMs];
  let frame = -1;
  for (const { name, ts, dur = 0, tdur = dur } of own) {
    if (name !== "RunTask") continue;
    // A frame begins inside of the task that makes it.
    while (frame + 1 < begins.length && begins[frame + 1]! <= ts + dur) frame++;
    if (frame < 0) continue;
    workMs[frame]! += tdur / 1000;
    passedMs[frame]! += dur / 1000;
  }
  const count = (wanted: string): number =>
    events.filter(({ name, pid }) => name === wanted && pid === main.pid).length;
  return { workMs, passedMs, drawn: count("DrawFrame"), dropped: count("DroppedFrame") };
}

function busiestMainThread(events: readonly TraceEvent[]): TraceEvent {
  const mains = events.filter(
    ({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain",
  );
  const tasksOf = ({ pid, tid }: TraceEvent): number =>
    events.filter((event) => event.pid === pid && event.tid === tid).length;
  const busiest = mains.toSorted((a, b) => tasksOf(b) - tasksOf(a))[0];
  if (!busiest) throw new Error("expected a trace with the main thread of a page but got none");
  return busiest;
}
