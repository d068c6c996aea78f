import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { entryUrl } from "../support/entry-url.ts";
import type { UpkeepOrder, UpkeepReply } from "./upkeep-process.ts";

/**
 * glibc keeps a heap for each thread, and each keeps what it once held: with two of them a fold of 200,000 rows peaks at
 * 250 MB instead of 310. Others do not read it.
 */
const FEW_HEAPS = { MALLOC_ARENA_MAX: "2" };

/** Has a table worked on in a process of its own; aborting ends that at once. */
export function askUpkeepProcess(order: UpkeepOrder, signal: AbortSignal): Promise<UpkeepReply> {
  const child = spawn(process.execPath, [processEntry()], {
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
    windowsHide: true,
    env: { ...process.env, ...FEW_HEAPS },
  });
  return new Promise((resolve) => {
    let reply: UpkeepReply = { kind: "failed", reason: "it ended without an answer" };
    function kill(): void {
      child.kill("SIGKILL");
    }
    signal.addEventListener("abort", kill, { once: true });
    if (signal.aborted) kill();
    child.once("message", (message: UpkeepReply) => (reply = message));
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
  return fileURLToPath(entryUrl(new URL("./upkeep-process.ts", import.meta.url)));
}
