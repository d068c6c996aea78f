import path from "node:path";
import { createClient, type Client } from "../contract/client.ts";
import type { Caller } from "../contract/requests.ts";
import type { LibraryAccess, LibraryOptions } from "../engine/open-library.ts";
import { defaultLibraryFolder } from "../engine/support/default-library.ts";
import { printNotices } from "./print-notices.ts";
import { resolvePath } from "./paths.ts";

export interface CommonOptions {
  readonly library?: string;
  readonly json?: boolean;
}

export interface CliClient extends AsyncDisposable {
  readonly client: Client<"cli">;
  readonly access: LibraryAccess;
}

/** The library named on the command line: owned by this process, or through the process that owns it. */
export async function openClient(
  options: CommonOptions,
  library: Omit<LibraryOptions, "libraryFolder"> = { live: false },
): Promise<CliClient> {
  const libraryFolder = libraryOf(options);
  // All of the engine, which neither `--help` nor a mistake in the options waits for.
  const { openLibrary } = await import("../engine/open-library.ts");
  const access = await openLibrary({ ...library, libraryFolder });
  const client = createClient<Extract<Caller, "cli">>(access.connect(["cli"]));
  // An app that owns the library tells them itself.
  if (access.isOwner) printNotices((await client.request("library.status", {})).notices);
  return {
    access,
    client,
    [Symbol.asyncDispose]: () => access[Symbol.asyncDispose](),
  };
}

/** The folder of the library that is named, or the user's own. */
export function libraryOf(options: CommonOptions): string {
  return options.library === undefined
    ? path.resolve(defaultLibraryFolder())
    : resolvePath(options.library);
}
