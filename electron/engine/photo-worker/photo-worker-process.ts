/**
 * @file Entry of the photo worker: the only process that opens strangers' files, and that may die of one.
 * It belongs to the engine that started it and ends with it. See start-photo-worker.ts.
 */
import { toWireError } from "../../contract/errors.ts";
import { log } from "../support/log.ts";
import type { Outcome, WorkerCall, WorkerOrder, WorkerReply } from "./messages.ts";
import { PhotoDesk } from "./photo-desk.ts";

let desk: PhotoDesk | undefined;

process.on("message", (order: WorkerOrder) => {
  if (order.kind === "start") desk = new PhotoDesk(order.settings);
  else if (desk) void answer(desk, order.id, order.call);
});
process.on("disconnect", () => process.exit());
// Ctrl-C in a terminal reaches every process; the engine finishes its work first, then lets go of this one.
process.on("SIGINT", () => {});

async function answer(at: PhotoDesk, id: number, call: WorkerCall): Promise<void> {
  const outcome = await at.answer(call).catch((error: unknown): Outcome => {
    const wire = toWireError(error);
    if (wire.code === "unexpected") log.error(`${call.kind} failed`, error);
    return { kind: "failed", error: wire };
  });
  const reply: WorkerReply = { id, outcome, rssBytes: process.memoryUsage.rss() };
  process.send?.(reply);
}
