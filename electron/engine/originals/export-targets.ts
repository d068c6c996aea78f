import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { access, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { LibraryError } from "../../contract/errors.ts";
import type { ExportTarget } from "../../contract/originals.ts";

/** Folders for copies that this engine was shown, by a name that a page may send. */
export class ExportTargets {
  readonly #folders = new Map<ExportTarget, string>();

  /**
   * Rejects with `folder-unavailable` for what is no folder that can be written to, and with `folder-overlaps` inside a
   * folder of the library, where every copy would come back as one more photo.
   */
  async open(folder: string, watched: readonly string[]): Promise<ExportTarget> {
    const real = await readFolder(path.resolve(folder));
    const holder = watched.find((one) => isInside(one, real));
    if (holder !== undefined) {
      const message = `Expected a folder outside the library for copies but ${folder} is inside ${holder}, where each copy would appear as another photo`;
      throw new LibraryError("folder-overlaps", message);
    }
    const target = randomUUID();
    this.#folders.set(target, real);
    return target;
  }

  folderOf(target: ExportTarget): string {
    const folder = this.#folders.get(target);
    if (folder === undefined) {
      const message = `expected a folder for copies that was opened since the library was but got ${target}`;
      throw new LibraryError("request-invalid", message);
    }
    return folder;
  }
}

async function readFolder(folder: string): Promise<string> {
  try {
    const real = await realpath(folder);
    if (!(await stat(real)).isDirectory()) throw new Error("it is no folder");
    await access(real, constants.W_OK);
    return real;
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const message = `Expected a folder that can be written to but got ${folder}: ${said}`;
    throw new LibraryError("folder-unavailable", message, { cause });
  }
}

function isInside(folder: string, inner: string): boolean {
  const relative = path.relative(folder, inner);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
