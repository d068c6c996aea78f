/**
 * @file A process that runs one command of the program after another, each from the program's own first line, with its own arguments,
 * environment and place to stand. What a start costs is paid once and not for every command of a test.
 */
import { pathToFileURL } from "node:url";

/** What a test has it do. */
export interface CommandOrder {
  readonly entry: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** What came of it; `code` as a process of its own would have ended with. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const home = process.cwd();
let commands = 0;

process.on("message", (order: CommandOrder) => {
  void obey(order).then((result) => process.send!(result));
});
process.on("disconnect", () => process.exit());

async function obey({ entry, args, cwd, env }: CommandOrder): Promise<CommandResult> {
  process.argv = [process.execPath, entry, ...args];
  process.env = { ...env };
  process.chdir(cwd);
  process.exitCode = undefined;
  using stdout = caught(process.stdout);
  using stderr = caught(process.stderr);
  const first = pathToFileURL(entry);
  // Another address is another module to Node: its first lines run again, and what they load is there.
  first.searchParams.set("command", String(++commands));
  await import(first.href);
  const code = endedWith();
  // Its folder may be removed next, and nobody can stand in one that is gone.
  process.chdir(home);
  return { code, stdout: stdout.text, stderr: stderr.text };
}

/** As the program set it. */
function endedWith(): number {
  const code = Number(process.exitCode);
  process.exitCode = undefined;
  return code;
}

/** What is written to a stream from now on, until disposed. */
function caught(stream: NodeJS.WriteStream): Disposable & { readonly text: string } {
  let text = "";
  // In place of the method that all streams share.
  stream.write = (chunk: string | Uint8Array, ...rest: readonly unknown[]) => {
    text += typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
    const written = rest.at(-1) as (() => void) | undefined;
    written?.();
    return true;
  };
  return {
    get text() {
      return text;
    },
    [Symbol.dispose]() {
      Reflect.deleteProperty(stream, "write");
    },
  };
}
