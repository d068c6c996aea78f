import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { entryUrl } from "../../support/entry-url.ts";
import type { ProbeOrder, ProbeReply } from "./provider-probe-process.ts";
import type { Provider } from "../provider-choice.ts";
import type { ResolvedModel } from "../models/resolved-model.ts";

/** A first CUDA or DirectML start compiles kernels for many seconds; beyond this it hangs. */
const TIMEOUT_MS = 60_000;

/** Tries a provider in a process of its own; a crash and a hang are refusals like any other. */
export function tryProvider(model: ResolvedModel, provider: Provider): Promise<ProbeReply> {
  const entry = entryUrl(new URL("./provider-probe-process.ts", import.meta.url));
  const child = spawn(process.execPath, [fileURLToPath(entry)], {
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
    windowsHide: true,
  });
  const order: ProbeOrder = { model, provider };
  return new Promise((resolve) => {
    const timer = setTimeout(
      () => end(`it did not answer within ${TIMEOUT_MS / 1000} s`),
      TIMEOUT_MS,
    );
    function settle(reply: ProbeReply): void {
      clearTimeout(timer);
      child.kill("SIGKILL");
      resolve(reply);
    }
    function end(reason: string): void {
      settle({ kind: "refused", reason });
    }
    child.once("message", (reply: ProbeReply) => settle(reply));
    child.once("error", (error) => end(error.message));
    child.once("exit", (code, signal) => end(`trying it ended with ${signal ?? `code ${code}`}`));
    child.send(order, (error) => {
      if (error) end(error.message);
    });
  });
}
