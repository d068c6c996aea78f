/**
 * @file Entry of the photo worker: the only process that opens strangers' files, and that may die of one.
 * It belongs to the engine that started it and ends with it. See start-photo-worker.ts.
 */
import { setPriority } from "node:os";
import { toWireError } from "../../contract/errors.ts";
import { wholePicturesBytes } from "../imaging/decode.ts";
import { log } from "../support/log.ts";
import type { Outcome, WorkerCall, WorkerNote, WorkerOrder, WorkerReply } from "./messages.ts";
import { PhotoDesk } from "./photo-desk.ts";

/**
 * A third of a processor that both want: what the user asks of the engine goes before what is indexed, and indexing does not
 * starve beside other programs. Windows has no step there and takes it for the usual priority.
 */
const STEPPED_BACK = 5;

// Before there are other threads, which inherit it.
setPriority(STEPPED_BACK);

let desk: PhotoDesk | undefined;

process.on("message", (order: WorkerOrder) => {
  if (order.kind === "start") desk = new PhotoDesk(order.settings);
  else if (desk) void answer(desk, order.id, order.call);
});
process.on("disconnect", () => process.exit());
// Ctrl-C in a terminal reaches every process; the engine finishes its work first, then lets go of this one.
process.on("SIGINT", () => {});

async function answer(at: PhotoDesk, id: number, call: WorkerCall): Promise<void> {
  const note = (what: WorkerNote["note"]) => tell({ id, note: what });
  const turn = { waits: () => note("waits"), begins: () => note("begins") };
  const outcome = await at.answer(call, turn).catch((error: unknown): Outcome => {
    const wire = toWireError(error);
    if (wire.code === "unexpected") log.error(`${call.kind} failed`, error);
    return { kind: "failed", error: wire };
  });
  const reply: WorkerReply = { id, outcome, rssBytes: residentBytes() };
  tell(reply);
}

/** An engine that has just ended hears nothing any more, and this process is about to end as well. */
function tell(message: WorkerNote | WorkerReply): void {
  process.send?.(message, () => {});
}

/** Without the pictures that are open now: a worker is replaced for what it keeps, not for what it is at. */
function residentBytes(): number {
  return process.memoryUsage.rss() - wholePicturesBytes();
}
