import { randomUUID } from "node:crypto";
import { access, appendFile, open, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { LibraryError } from "../../../contract/errors.ts";
import type { ExchangeFormat, ExportFile } from "../../../contract/exchange.ts";
import { isDiskFull } from "../../support/disk-full.ts";

interface OpenFile {
  readonly path: string;
  readonly draft: string;
  readonly isReplacing: boolean;
}

export interface ExportFileOptions {
  /** Takes the place of a file that is there: the user was asked about it. */
  readonly isReplacing?: boolean;
}

/**
 * Files of rows that are being written, by names that a page may send. Each is a draft beside its place until all of it is there, so
 * that nobody meets half of one. What is still open at the end is removed.
 */
export class ExportFiles implements AsyncDisposable {
  readonly #files = new Map<ExportFile, OpenFile>();

  /**
   * Rejects with `request-invalid` for a name of no format, with `file-exists`, and with `file-read-only`, `disk-full` or
   * `folder-unavailable` where nothing can be written.
   */
  async open(
    file: string,
    { isReplacing = false }: ExportFileOptions = {},
  ): Promise<{ readonly file: ExportFile; readonly path: string }> {
    formatOf(file);
    const opened = { path: file, draft: `${file}.${randomUUID()}.part`, isReplacing };
    await assertFree(opened);
    await told(file, writeFile(opened.draft, "", { flag: "wx" }));
    const name = randomUUID();
    this.#files.set(name, opened);
    return { file: name, path: file };
  }

  formatOf(file: ExportFile): ExchangeFormat {
    return formatOf(this.#get(file).path);
  }

  async append(file: ExportFile, text: string): Promise<void> {
    const opened = this.#get(file);
    await told(opened.path, appendFile(opened.draft, text));
  }

  /** All of it is there: the file gets its place, on the disk itself. */
  async finish(file: ExportFile): Promise<void> {
    const opened = this.#get(file);
    await assertFree(opened);
    await told(opened.path, settle(opened));
    this.#files.delete(file);
  }

  /** Nothing is left of a file that was not finished; one that was stays. */
  async close(file: ExportFile): Promise<void> {
    const opened = this.#files.get(file);
    this.#files.delete(file);
    if (opened) await told(opened.path, rm(opened.draft, { force: true }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const file of [...this.#files.keys()]) await this.close(file).catch(() => undefined); // Its disk is gone, and so is the draft, for us.
  }

  #get(file: ExportFile): OpenFile {
    const opened = this.#files.get(file);
    if (opened) return opened;
    const message = `expected a file for rows that is open but got ${file}`;
    throw new LibraryError("request-invalid", message);
  }
}

function formatOf(file: string): ExchangeFormat {
  const extension = path.extname(file).toLowerCase();
  if (extension === ".csv") return "csv";
  if (extension === ".jsonl") return "jsonl";
  const message = `Expected a file name that ends in .csv or .jsonl but got ${file}`;
  throw new LibraryError("request-invalid", message);
}

async function settle({ draft, path: file }: OpenFile): Promise<void> {
  {
    await using handle = await open(draft, "r+");
    await handle.sync();
  }
  await rename(draft, file);
}

async function assertFree({ path: file, isReplacing }: OpenFile): Promise<void> {
  const isThere = await access(file).then(
    () => true,
    () => false, // Whatever is wrong with the place is said by writing there.
  );
  if (!isThere || isReplacing) return;
  throw new LibraryError("file-exists", `Expected no file at ${file} but there is one; it stays`);
}

async function told(file: string, work: Promise<void>): Promise<void> {
  await work.catch((cause: unknown) => {
    const said = cause instanceof Error ? cause.message : String(cause);
    const message = `Expected to write ${file} but got: ${said}`;
    throw new LibraryError(codeOf(cause), message, { cause });
  });
}

function codeOf(cause: unknown): "disk-full" | "file-read-only" | "folder-unavailable" {
  if (isDiskFull(cause)) return "disk-full";
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return code === "EACCES" || code === "EPERM" || code === "EROFS"
    ? "file-read-only"
    : "folder-unavailable";
}
