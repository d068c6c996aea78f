/**
 * @file Entry of the thread that runs the model with its maps. See start-maps.ts for who starts it.
 */
import { parentPort, workerData } from "node:worker_threads";
import { toWireError } from "../../../contract/errors.ts";
import { log } from "../../support/log.ts";
import { once } from "../../support/once.ts";
import { Serial } from "../../support/serial.ts";
import type { ResolvedModel } from "../models/resolved-model.ts";
import type { MapOrder, MapReply } from "./map-messages.ts";
import { openMapSession } from "./map-session.ts";

const session = once(() => openMapSession(workerData as ResolvedModel));
const runs = new Serial();

parentPort?.on("message", (order: MapOrder) => void runs.run(() => answer(order)));

async function answer({ id, tensor, question }: MapOrder): Promise<void> {
  try {
    reply({ kind: "done", id, answer: await (await session()).run(tensor, question) });
  } catch (error) {
    const wire = toWireError(error);
    if (wire.code === "unexpected") log.error("maps", error);
    reply({ kind: "failed", id, error: wire });
  }
}

function reply(message: MapReply): void {
  parentPort?.postMessage(message);
}
