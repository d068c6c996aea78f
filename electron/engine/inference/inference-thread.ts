/**
 * @file Entry of the thread that owns the model: onnxruntime's run() blocks its thread.
 * See start-inference.ts for who starts it.
 */
import { parentPort, workerData } from "node:worker_threads";
import { toWireError } from "../../contract/errors.ts";
import { log } from "../support/log.ts";
import { chooseProvider } from "./providers/choose-provider.ts";
import type { BatchOrder, InferenceOrder, InferenceReply } from "./inference-messages.ts";
import { tensorLength } from "./preprocess.ts";
import { rememberedProvider } from "./providers/provider-memory.ts";
import { surveyMachine } from "./providers/provider-survey.ts";
import { onnxruntimeVersion } from "./onnxruntime-package.ts";
import { listProviders, openSession, type ModelSession } from "./session.ts";
import { rememberedCounts } from "./counts-memory.ts";
import { usualCounts } from "./worker-counts.ts";

const { model, choice, settled, counts: told } = workerData as InferenceOrder;
const length = tensorLength(model.input);

function reply(message: InferenceReply, transfer: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, [...transfer]);
}

function refuse(kind: "unable" | "failed", error: unknown): void {
  const wire = toWireError(error);
  if (wire.code === "unexpected") log.error("inference", error);
  reply({ kind, error: wire });
}

async function start(): Promise<void> {
  const { execution, reasons } = settled
    ? { execution: settled, reasons: [] }
    : await chooseProvider(
        choice ?? (await rememberedProvider()),
        surveyMachine(model, listProviders),
      );
  const { provider } = execution;
  const { threads, filesAtOnce } =
    told ?? (await rememberedCounts(model, provider)) ?? usualCounts();
  const session = await openSession(model, provider, { ...execution, threads });
  const batch = new Float32Array(session.maxBatch * length);
  parentPort?.on("message", (order: BatchOrder) => {
    run(session, batch, order).catch((error: unknown) => refuse("failed", error));
  });
  const { maxBatch } = session;
  const counts = { threads, filesAtOnce };
  const ready = { execution, reasons, counts, maxBatch, onnxruntime: onnxruntimeVersion() };
  reply({ kind: "ready", ready });
}

async function run(
  session: ModelSession,
  batch: Float32Array,
  { tensors }: BatchOrder,
): Promise<void> {
  tensors.forEach((tensor, i) => batch.set(tensor, i * length));
  const inferences = await session.run(batch, tensors.length);
  reply(
    { kind: "done", inferences, tensors },
    tensors.map(({ buffer }) => buffer),
  );
}

start().catch((error: unknown) => refuse("unable", error));
