import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { entryUrl } from "../support/entry-url.ts";
import type { TendOrder, TendReply } from "./tend-index-process.ts";

/** Measures a column and builds its index in a process of its own; aborting ends that at once. */
export function askTendProcess(order: TendOrder, signal: AbortSignal): Promise<TendReply> {
  const child = spawn(process.execPath, [processEntry()], {
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
    windowsHide: true,
  });
  return new Promise((resolve) => {
    let reply: TendReply = { kind: "failed", reason: "it ended without an answer" };
    function kill(): void {
      child.kill("SIGKILL");
    }
    signal.addEventListener("abort", kill, { once: true });
    if (signal.aborted) kill();
    child.once("message", (message: TendReply) => (reply = message));
    child.once("error", (error) => resolve({ kind: "failed", reason: error.message }));
    // Not with the message: until it has ended it may still hold files open.
    child.once("exit", () => {
      signal.removeEventListener("abort", kill);
      resolve(reply);
    });
    child.send(order, (error) => {
      if (error) kill();
    });
  });
}

function processEntry(): string {
  return fileURLToPath(entryUrl(new URL("./tend-index-process.ts", import.meta.url)));
}
