import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { createClient, type Client } from "../../electron/contract/client.ts";
import type { EngineMessage } from "../../electron/contract/messages.ts";
import { RequestChannel } from "../../electron/contract/request-channel.ts";
import { ENGINE_FLAGS, engineEnvironment } from "../../electron/main/engine-environment.ts";
import { ENGINE_ENTRY } from "./program.ts";

export interface SpawnedEngine extends AsyncDisposable {
  readonly client: Client<"renderer" | "shell" | "media">;
  readonly pid: number;
  /** Ends it without warning. */
  kill(): Promise<void>;
}

/** Starts an engine exactly as the shell does: a process of its own, JSON over IPC. */
export async function spawnEngine(libraryFolder: string): Promise<SpawnedEngine> {
  const child = spawn(
    process.execPath,
    [...ENGINE_FLAGS, ENGINE_ENTRY, "--library", libraryFolder],
    {
      stdio: ["ignore", "pipe", "inherit", "ipc"],
      serialization: "json",
      env: {
        ...engineEnvironment(process.env, availableParallelism()),
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      },
    },
  );
  const channel = new RequestChannel((message) => void child.send(message));
  const welcome = Promise.withResolvers<void>();
  child.on("message", (message: EngineMessage) => {
    if (message.kind === "welcome") welcome.resolve();
    else channel.receive(message);
  });
  child.once("exit", (code, signal) => {
    channel.close();
    welcome.reject(new Error(`the engine ended with ${code ?? signal} before it was ready`));
  });
  await welcome.promise;
  return {
    client: createClient<"renderer" | "shell" | "media">(channel),
    pid: child.pid!,
    kill: () => end(child, () => child.kill("SIGKILL")),
    [Symbol.asyncDispose]: () => end(child, () => void child.send({ kind: "stop" })),
  };
}

async function end(child: ChildProcess, act: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  act();
  await once(child, "exit");
}
