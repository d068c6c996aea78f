import type { Command } from "commander";
import type { Client } from "../../contract/client.ts";
import { LibraryError } from "../../contract/errors.ts";
import type { WrittenRows, WrittenXmp } from "../../contract/exchange.ts";
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
  await using library = await openClient(options);
  const photos = await writeRows(library.client, target, asked);
  if (options.json) await printJson({ path: target, photos });
  else await printLine(`Wrote ${photos} ${photos === 1 ? "photo" : "photos"} to ${target}`);
}

async function writeRows(
  client: Client<"cli">,
  target: string,
  asked: { readonly query?: string },
): Promise<number> {
  const { file } = await client.request("exchange.openFile", { path: target });
  try {
    let photos = 0;
    let after: string | null = null;
    do {
      const part: WrittenRows = await client.request("exchange.writeRows", {
        ...asked,
        file,
        ...(after !== null && { after }),
      });
      photos += part.photos;
      after = part.next;
    } while (after !== null);
    return photos;
  } finally {
    await client.request("exchange.closeFile", { file });
  }
}

async function exportXmp(
  asked: { readonly query?: string },
  to: string,
  options: CommonOptions,
): Promise<void> {
  await using library = await openClient(options);
  const { target } = await library.client.request("export.open", { path: to });
  const problems: FileProblem[] = [];
  let written = 0;
  let after: string | null = null;
  do {
    const part: WrittenXmp = await library.client.request("exchange.writeXmp", {
      ...asked,
      target,
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
