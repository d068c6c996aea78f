import { realpathSync } from "node:fs";
import type { Client } from "../contract/client.ts";
import { LibraryError } from "../contract/errors.ts";
import type { Folder } from "../contract/folder.ts";
import { resolvePath } from "./paths.ts";

/** The watched folder of a path, also where links lead to it. */
export async function findFolder(client: Client<"cli">, given: string): Promise<Folder> {
  const paths = [resolvePath(given), realPath(resolvePath(given))];
  const folders = await client.request("folder.list", {});
  const folder = folders.find(({ path }) => paths.includes(path));
  if (!folder)
    throw new LibraryError("folder-unknown", `expected a watched folder but got ${paths[0]!}`);
  return folder;
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path; // It is away, and known by this path or not at all.
  }
}
