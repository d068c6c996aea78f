import { randomUUID } from "node:crypto";
import { access, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { Command } from "commander";
import type { Client } from "../../contract/client.ts";
import { LibraryError } from "../../contract/errors.ts";
import type { ExchangeFormat } from "../../contract/exchange.ts";
import type { FileProblem } from "../../contract/originals.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";
import { resolvePath } from "../paths.ts";
import { failIfAny } from "../problems.ts";

interface TagsExportOptions extends CommonOptions {
  readonly query?: string;
  readonly xmp?: true;
  readonly to?: string;
}

/** `tags export FILE.csv|FILE.jsonl` and `tags export --xmp --to FOLDER`. */
export function addTagsExportCommand(tag: Command): Command {
  return tag
    .command("export")
    .description(
      "Write what you entered for every photo, and apart from it what the files say, into a .csv or .jsonl file; with --xmp into .xmp files.",
    )
    .argument("[file]", "a .csv or .jsonl file that is not there yet")
    .option("--query <query>", "only photos that this search finds")
    .option("--xmp", "an .xmp file for each photo with something of yours, in the folder --to")
    .option("--to <folder>", "a folder outside the library; nothing there is replaced")
    .action(exportTags);
}

async function exportTags(file: string | undefined, options: TagsExportOptions): Promise<void> {
  const { query, xmp, to } = options;
  const asked = query === undefined ? {} : { query };
  if (xmp) {
    if (file !== undefined || to === undefined)
      throw new LibraryError(
        "request-invalid",
        `expected tags export --xmp --to FOLDER but got ${file ?? "no folder"}; tags mirror writes beside the photos`,
      );
    await exportXmp(asked, resolvePath(to), options);
    return;
  }
  if (file === undefined)
    throw new LibraryError(
      "request-invalid",
      "expected a .csv or .jsonl file, or --xmp, after tags export",
    );
  const target = resolvePath(file);
  const format = formatOf(target);
  await using library = await openClient(options);
  const photos = await writeNew(target, (write) =>
    copyRows(library.client, { ...asked, format }, write),
  );
  if (options.json) await printJson({ path: target, photos });
  else await printLine(`Wrote ${photos} ${photos === 1 ? "photo" : "photos"} to ${target}`);
}

function formatOf(file: string): ExchangeFormat {
  const extension = path.extname(file).toLowerCase();
  if (extension === ".csv") return "csv";
  if (extension === ".jsonl") return "jsonl";
  throw new LibraryError(
    "request-invalid",
    `Expected a file name that ends in .csv or .jsonl but got ${file}`,
  );
}

async function copyRows(
  client: Client<"cli">,
  asked: { readonly query?: string; readonly format: ExchangeFormat },
  write: (text: string) => Promise<void>,
): Promise<number> {
  let photos = 0;
  let after: string | null = null;
  do {
    const rows: { text: string; photos: number; next: string | null } = await client.request(
      "exchange.export",
      { ...asked, ...(after !== null && { after }) },
    );
    await write(rows.text);
    photos += rows.photos;
    after = rows.next;
  } while (after !== null);
  return photos;
}

/** The file is there when all of it is, and takes no other one's place. */
async function writeNew(
  file: string,
  work: (write: (text: string) => Promise<void>) => Promise<number>,
): Promise<number> {
  const draft = `${file}.${randomUUID()}.part`;
  try {
    if (await isThere(file))
      throw new LibraryError(
        "file-exists",
        `Expected no file at ${file} but there is one; it stays`,
      );
    let result: number;
    {
      await using handle = await open(draft, "wx");
      result = await work(async (text) => {
        await handle.writeFile(text);
      });
    }
    await rename(draft, file);
    return result;
  } catch (cause) {
    await rm(draft, { force: true });
    if (cause instanceof LibraryError) throw cause;
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new LibraryError("file-unreadable", `Expected to write ${file} but got: ${said}`, {
      cause,
    });
  }
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false, // Whatever is wrong with the place is said by writing there.
  );
}

async function exportXmp(
  asked: { readonly query?: string },
  to: string,
  options: CommonOptions,
): Promise<void> {
  await using library = await openClient(options);
  const problems: FileProblem[] = [];
  let written = 0;
  let after: string | null = null;
  do {
    const part: { written: number; problems: FileProblem[]; next: string | null } =
      await library.client.request("exchange.exportXmp", {
        ...asked,
        to,
        ...(after !== null && { after }),
      });
    written += part.written;
    problems.push(...part.problems);
    after = part.next;
  } while (after !== null);
  if (options.json) await printJson({ path: to, written, problems });
  else await printLine(`Wrote ${written} ${written === 1 ? "XMP file" : "XMP files"} to ${to}`);
  failIfAny(problems, "written");
}
