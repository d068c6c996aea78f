import { spawn, type ChildProcess } from "node:child_process";
import { availableParallelism } from "node:os";
import type { Writable } from "node:stream";
import { ENGINE_FLAGS, engineEnvironment } from "./engine-environment.ts";

export interface EngineProgram {
  /** The Node binary that ships. */
  readonly node: string;
  readonly entry: string;
  readonly args: readonly string[];
}

/**
 * Starts the engine in a process of its own. The messages are JSON: Electron's V8 writes a newer
 * structured-clone format than Node 24 reads, so "advanced" would end the engine with its first message.
 */
export function spawnEngine({ node, entry, args }: EngineProgram, log: Writable): ChildProcess {
  const child = spawn(node, [...ENGINE_FLAGS, entry, ...args], {
    env: engineEnvironment(process.env, availableParallelism()),
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    serialization: "json",
    windowsHide: true,
  });
  // Not piped: a log that outlives many engines would gather the listeners of each.
  child.stdout?.on("data", (text: Buffer) => log.write(text));
  child.stderr?.on("data", (text: Buffer) => log.write(text));
  return child;
}
