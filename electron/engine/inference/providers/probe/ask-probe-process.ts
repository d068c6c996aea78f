import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { entryUrl } from "../../../support/entry-url.ts";
import { providerEnvironment } from "../provider-environment.ts";
import type { ProbeOrder, ProcessReply } from "./provider-probe-process.ts";

/** A first CUDA or DirectML start compiles kernels for many seconds; beyond this it hangs. */
const TIMEOUT_MS = 60_000;

export interface AskOptions {
  /** Another program than the real one, in tests. */
  readonly entry?: string;
  readonly timeoutMs?: number;
}

/** One answer of a process of its own; that it ended or hung is an answer like any other. */
export function askProbeProcess(
  order: ProbeOrder,
  { entry = probeEntry(), timeoutMs = TIMEOUT_MS }: AskOptions = {},
): Promise<ProcessReply> {
  const child = spawn(process.execPath, [entry], {
    env: providerEnvironment(),
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
    windowsHide: true,
  });
  return new Promise((resolve) => {
    const timer = setTimeout(
      () => end(`it did not answer within ${timeoutMs / 1000} s`),
      timeoutMs,
    );
    function settle(reply: ProcessReply): void {
      clearTimeout(timer);
      child.kill("SIGKILL");
      resolve(reply);
    }
    function end(reason: string): void {
      settle({ kind: "crashed", reason });
    }
    child.once("message", (reply: ProcessReply) => settle(reply));
    child.once("error", (error) => end(error.message));
    child.once("exit", (code, signal) => end(`trying it ended with ${signal ?? `code ${code}`}`));
    child.send(order, (error) => {
      if (error) end(error.message);
    });
  });
}

function probeEntry(): string {
  return fileURLToPath(entryUrl(new URL("./provider-probe-process.ts", import.meta.url)));
}
