/**
 * @file Has one process run the commands of a test file in turn; see command-process.ts. It is started with the first of them, and ends
 * with the process of the tests.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Socket } from "node:net";
import { fileURLToPath } from "node:url";
import type { CommandOrder, CommandResult } from "./command-process.ts";

let process_: ChildProcess | undefined;
let turn: Promise<unknown> = Promise.resolve();

/** Once all that were asked for before have ended. Throws when the process ends instead of the command. */
export async function runCommand(order: CommandOrder): Promise<CommandResult> {
  const result = turn.then(() => ask((process_ ??= start(order.env)), order));
  turn = result.catch(() => undefined);
  return result;
}

async function ask(child: ChildProcess, order: CommandOrder): Promise<CommandResult> {
  let complaint = "";
  const listen = (text: string): void => void (complaint += text);
  child.stderr!.on("data", listen);
  const answered = new AbortController();
  try {
    child.send(order);
    const { signal } = answered;
    return await Promise.race([
      once(child, "message", { signal }).then(([result]) => result as CommandResult),
      once(child, "exit", { signal }).then(([code, by]) => {
        process_ = undefined;
        const how = `${order.args.join(" ")} ended its process with ${code ?? by}`;
        throw new Error(`${how}: ${complaint}`);
      }),
    ]);
  } finally {
    answered.abort();
    child.stderr!.off("data", listen);
  }
}

function start(env: NodeJS.ProcessEnv): ChildProcess {
  const entry = fileURLToPath(new URL("command-process.ts", import.meta.url));
  const stdio = ["ignore", "ignore", "pipe", "ipc"] as const;
  const child = spawn(process.execPath, [entry], { env, stdio: [...stdio] });
  const stderr = child.stderr as Socket;
  stderr.setEncoding("utf8").resume();
  // It waits for the next command for as long as there are tests.
  child.unref();
  child.channel!.unref();
  stderr.unref();
  return child;
}
