/**
 * @file The engine as a process of its own, spawned by the shell: JSON messages of contract/messages.ts over IPC.
 */
import { parseArgs } from "node:util";
import { PROTOCOL, ClientMessage, type EngineMessage } from "../contract/messages.ts";
import type { RequestName } from "../contract/requests.ts";
import { LibraryError, toWireError } from "../contract/errors.ts";
import { openLibrary, type LibraryAccess } from "./open-library.ts";
import { defaultLibraryFolder } from "./support/default-library.ts";
import { log } from "./support/log.ts";
import { assertNodeVersion } from "./support/node-version.ts";
import { keepHeapSmall } from "./support/small-heap.ts";

assertNodeVersion();
keepHeapSmall();
const { values } = parseArgs({
  options: { library: { type: "string" }, "set-aside": { type: "string" } },
});

function post(message: EngineMessage): void {
  if (process.connected) process.send?.(message);
}

try {
  const library = await openLibrary({
    libraryFolder: values.library ?? defaultLibraryFolder(),
    live: true,
    ...(values["set-aside"] !== undefined && { setAside: values["set-aside"] }),
  });
  serveShell(library);
} catch (error) {
  log.error("the library could not be opened", error);
  if (error instanceof LibraryError) post({ kind: "refused", error: toWireError(error) });
  process.exitCode = 1;
  process.disconnect();
}

function serveShell(library: LibraryAccess): void {
  const transport = library.connect(["renderer", "shell", "media"]);
  transport.subscribe((event) => post({ kind: "event", event }));
  process.on("message", (raw) => {
    const message = ClientMessage.parse(raw);
    if (message.kind === "stop") void end(library);
    if (message.kind !== "request") return;
    const { id, name, input } = message;
    void transport
      .send(name as RequestName, input)
      .then((reply) => post({ kind: "reply", id, reply }));
  });
  // The shell is gone, however it ended: nobody is left to serve.
  process.once("disconnect", () => void end(library));
  // The owner that this process was a client of is gone: started again, it can become the owner.
  void library.ended.then(() => process.exit(1));
  post({ kind: "welcome", protocol: PROTOCOL });
}

async function end(library: LibraryAccess): Promise<void> {
  await library[Symbol.asyncDispose]();
  process.exit(0);
}
