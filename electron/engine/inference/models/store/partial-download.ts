/**
 * @file What has arrived of a file.
 *
 * [Note: Partial downloads] The bytes lie in a folder beside their target, together with the server's word on which
 * version of the file they are of. Idle it is called `FILE.partial`. Whoever goes on with it first takes it by
 * renaming it to a name of its own, which only one program can: two that fetch the same file never write into one
 * another's bytes, without a lock that a killed program would leave behind. What such a program leaves is taken
 * over when the process in its name is gone.
 */
import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { LibraryError } from "../../../../contract/errors.ts";
import { toWriteError } from "../../../imaging/file-errors.ts";
import { isRunning } from "../../is-running.ts";
import { moveDurably } from "./durable-file.ts";

/** How a server tells one version of a file from another; at most one of the two is needed. */
const FileVersion = z.object({ etag: z.string().optional(), lastModified: z.string().optional() });
export type FileVersion = z.infer<typeof FileVersion>;

/** A download writes or gives up within minutes, so a folder this old is nobody's: its process number was given away again. */
const ABANDONED_MS = 30 * 60_000;

interface Remains {
  readonly folder: string;
  readonly bytes: number;
  /** A program is fetching into it. */
  readonly isHeld: boolean;
}

/** How much of `target` is here, idle or in some program's hands. */
export async function readPartial(target: string): Promise<{ bytes: number; isHeld: boolean }> {
  const remains = await listRemains(target);
  const held = remains.find(({ isHeld }) => isHeld);
  return held ?? remains[0] ?? { bytes: 0, isHeld: false };
}

/** Leaves alone what another program is fetching into. */
export async function removePartials(target: string): Promise<void> {
  const idle = (await listRemains(target)).filter(({ isHeld }) => !isHeld);
  await Promise.all(idle.map(({ folder }) => rm(folder, { recursive: true, force: true })));
}

/** The part of one file that this program is fetching. */
export class PartialDownload {
  readonly #target: string;
  readonly #folder: string;

  private constructor(target: string, folder: string) {
    this.#target = target;
    this.#folder = folder;
  }

  /** Takes over the largest part that nobody holds, or begins anew. */
  static async take(target: string): Promise<PartialDownload> {
    const mine = `${partialName(target)}.${process.pid}.${randomUUID()}`;
    try {
      await mkdir(dirname(target), { recursive: true });
      for (const { folder, isHeld } of await listRemains(target)) {
        if (!isHeld && (await tookOver(folder, mine))) return new PartialDownload(target, mine);
      }
      await mkdir(mine);
    } catch (cause) {
      throw toWriteError(mine, cause);
    }
    return new PartialDownload(target, mine);
  }

  /** Where the bytes are appended. */
  get bytesPath(): string {
    return join(this.#folder, "bytes");
  }

  async size(): Promise<number> {
    return (await sizeOf(this.bytesPath)) ?? 0;
  }

  /** Of which the bytes are; undefined where the server did not say, or nothing has arrived. */
  async version(): Promise<FileVersion | undefined> {
    try {
      return FileVersion.parse(JSON.parse(await readFile(this.#versionPath, "utf8")));
    } catch {
      return undefined; // Not written or cut off: then the bytes are fetched again.
    }
  }

  /** Drops what is there, for bytes of this version. */
  async restart(version: FileVersion): Promise<void> {
    try {
      await rm(this.#versionPath, { force: true });
      await writeFile(this.bytesPath, "");
      await writeFile(this.#versionPath, JSON.stringify(version));
    } catch (cause) {
      throw toWriteError(this.bytesPath, cause);
    }
  }

  /** Puts the bytes where they belong. Whoever opens the target finds all of them or nothing. */
  async complete(): Promise<void> {
    try {
      await moveDurably(this.bytesPath, this.#target);
    } catch (cause) {
      throw toWriteError(this.#target, cause);
    }
    await this.discard();
  }

  /** Leaves it for another time; where another program has left more, that is kept instead. */
  async park(): Promise<void> {
    const mine = await this.size();
    const idle = partialName(this.#target);
    if (mine === 0 || ((await sizeOf(join(idle, "bytes"))) ?? 0) >= mine) return this.discard();
    await rm(idle, { recursive: true, force: true });
    await tookOver(this.#folder, idle);
  }

  async discard(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 3 });
  }

  get #versionPath(): string {
    return join(this.#folder, "version.json");
  }
}

function partialName(target: string): string {
  return `${target}.partial`;
}

/** Largest first. */
async function listRemains(target: string): Promise<Remains[]> {
  const name = basename(partialName(target));
  const entries = await readdir(dirname(target)).catch(() => []);
  const remains: Remains[] = [];
  for (const entry of entries) {
    if (entry !== name && !entry.startsWith(`${name}.`)) continue;
    const folder = join(dirname(target), entry);
    const bytes = (await sizeOf(join(folder, "bytes"))) ?? 0;
    remains.push({ folder, bytes, isHeld: entry !== name && (await isHeld(folder)) });
  }
  return remains.sort((a, b) => b.bytes - a.bytes);
}

async function isHeld(folder: string): Promise<boolean> {
  const pid = Number(/\.(\d+)\.[^.]+$/.exec(folder)?.[1]);
  const path = (await sizeOf(join(folder, "bytes"))) === undefined ? folder : join(folder, "bytes");
  const touched = await stat(path).catch(() => undefined);
  return touched !== undefined && Date.now() - touched.mtimeMs < ABANDONED_MS && isRunning(pid);
}

/** False where another program was faster. */
async function tookOver(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    if (code === "ENOENT" || code === "ENOTEMPTY" || code === "EEXIST") return false;
    throw new LibraryError("unexpected", `Expected to rename ${from} but got ${String(cause)}`, {
      cause,
    });
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  return (await stat(path).catch(() => undefined))?.size;
}
