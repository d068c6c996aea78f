import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import type { Transport } from "../contract/client.ts";
import { LibraryError } from "../contract/errors.ts";
import { limitTransport } from "../contract/limit-transport.ts";
import type { Caller } from "../contract/requests.ts";
import { connectLink, type LinkAddress } from "../link/connect-link.ts";
import { startOwnerListener } from "../link/owner-listener.ts";
import { libraryPaths, type LibraryPaths } from "./catalog/open-catalog.ts";
import { takeOwnerLock } from "./catalog/owner-lock.ts";
import type { Engine } from "./engine.ts";
import type { EngineOptions } from "./open-engine.ts";
import { log } from "./support/log.ts";

export type LibraryOptions = EngineOptions;

/** A library, through its owner: this process or another one. */
export interface LibraryAccess extends AsyncDisposable {
  /** This process; what it does ends with it. */
  readonly isOwner: boolean;
  connect(callers: readonly Caller[]): Transport;
  /** Resolves when another process owned the library and has ended. */
  readonly ended: Promise<void>;
}

/** A short command holds the library for less than this; what owns it longer can be reached. */
const OWNER_WITHIN_MS = 15_000;
const ASK_EVERY_MS = 50;

/**
 * Opens the library as its owner or, where another process has it open, as that one's client.
 * `library-in-use` when it is owned and the owner cannot be reached, or runs another model than was asked for.
 */
export async function openLibrary(options: LibraryOptions): Promise<LibraryAccess> {
  const paths = libraryPaths(options.libraryFolder);
  await mkdir(options.libraryFolder, { recursive: true }).catch((cause: unknown) => {
    throw new LibraryError(
      "library-unreadable",
      `expected to make a library at ${options.libraryFolder} but ${String(cause)}`,
      { cause },
    );
  });
  const deadlineMs = performance.now() + OWNER_WITHIN_MS;
  for (;;) {
    const lock = takeOwnerLock(paths.ownerLock);
    if (lock) return await own(lock, paths, options);
    const client = await joinOwner(paths, options);
    if (client) return client;
    if (performance.now() > deadlineMs) {
      throw new LibraryError(
        "library-in-use",
        `another program has the library ${options.libraryFolder} open and does not answer`,
      );
    }
    await delay(ASK_EVERY_MS);
  }
}

async function own(
  lock: Disposable,
  paths: LibraryPaths,
  options: LibraryOptions,
): Promise<LibraryAccess> {
  await using stack = new AsyncDisposableStack();
  stack.use(lock);
  // Only its owner needs all of what a library is made of.
  const { openEngine } = await import("./open-engine.ts");
  const engine: Engine = stack.use(await openEngine(options));
  const listener = stack.use(await startOwnerListener(engine));
  writeOwner(paths.owner, listener);
  stack.defer(() => rmSync(paths.owner, { force: true }));
  const owned = stack.move();
  return {
    isOwner: true,
    connect: (callers) => engine.connect(callers),
    ended: new Promise(() => {
      // An owner's library ends with this process alone.
    }),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Removed first, so that the mode holds for a file that another version left behind. */
function writeOwner(file: string, { port, token }: LinkAddress): void {
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify({ port, token, pid: process.pid }), { mode: 0o600 });
}

async function joinOwner(
  paths: LibraryPaths,
  options: LibraryOptions,
): Promise<LibraryAccess | undefined> {
  const address = readOwner(paths.owner);
  if (!address) return undefined;
  let link;
  try {
    link = await connectLink(address);
  } catch (error) {
    // The owner of a killed process, or one that is just starting or ending: the lock decides.
    if (error instanceof LibraryError && error.code === "engine-unavailable") return undefined;
    throw error;
  }
  if (options.model !== undefined || options.provider !== undefined) {
    link.close();
    throw new LibraryError(
      "library-in-use",
      `another program has the library ${options.libraryFolder} open; close it to choose a model or a provider`,
    );
  }
  return {
    isOwner: false,
    connect: (callers) => limitTransport(link.transport, callers),
    ended: link.closed,
    async [Symbol.asyncDispose]() {
      link.close();
      await link.closed;
    },
  };
}

function readOwner(file: string): LinkAddress | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as LinkAddress;
  } catch (error) {
    if (error instanceof SyntaxError) log.warn(`${file} is not complete yet`);
    return undefined; // Not written yet, or removed just now.
  }
}
