import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { ENTRY } from "./program.ts";
import { runCommand } from "./run-command.ts";

export const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs one command to its end, as a user would, from `cwd`: from the program's first line on, in a process that has run other commands
 * of the test before it. {@link semblanceAlone} is for what a process of its own has to show.
 */
export async function semblance(args: readonly string[], cwd = PROJECT): Promise<Finished> {
  const finished = await runCommand({ entry: ENTRY, args, cwd, env: environment(cwd) });
  return { ...finished, stderr: withoutSlowness(finished.stderr) };
}

/** Runs one command to the end of its own process. */
export async function semblanceAlone(args: readonly string[], cwd = PROJECT): Promise<Finished> {
  const child = spawn(process.execPath, [ENTRY, ...args], {
    cwd,
    env: environment(cwd),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, stdout, stderr: withoutSlowness(stderr) };
}

/** Without what the log says of requests that took long, as they do on a busy machine. */
export function withoutSlowness(stderr: string): string {
  return stderr.replaceAll(/^\S+ warn request \S+ took \d+ ms\n/gm, "");
}

/** Runs a command that must succeed, and reads its JSON. */
export async function semblanceJson<T>(args: readonly string[], cwd?: string): Promise<T> {
  const { code, stdout, stderr } = await semblance([...args, "--json"], cwd);
  if (code !== 0) throw new Error(`semblance ${args.join(" ")} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as T;
}

export interface Running extends AsyncDisposable {
  /** The next line of standard output. */
  nextLine(): Promise<string>;
  readonly pid: number;
}

/** Starts a command that stays, such as `serve` or `watch`; ends it with Ctrl-C. */
export function startSemblance(args: readonly string[]): Running {
  const child = spawn(process.execPath, [ENTRY, ...args], {
    env: environment(),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    pid: child.pid!,
    async nextLine() {
      const line = await lines.next();
      if (line.done) throw new Error(`semblance ${args.join(" ")} ended early`);
      return line.value;
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGINT");
      await once(child, "exit");
    },
  };
}

/** Without npm's own variables, which would say where the tests were started instead of where the user stands. */
function environment(cwd?: string): NodeJS.ProcessEnv {
  const { INIT_CWD: _caller, npm_lifecycle_event: _script, ...env } = process.env;
  return cwd === undefined ? env : { ...env, INIT_CWD: cwd };
}
