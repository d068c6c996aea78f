import type { Command } from "commander";
import type { Client } from "../../contract/client.ts";
import { LibraryError } from "../../contract/errors.ts";
import type { ImportChange, ImportPart, ImportProblem } from "../../contract/exchange.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { note, printJson, printLine } from "../output.ts";
import { resolvePath } from "../paths.ts";

interface TagsImportOptions extends CommonOptions {
  readonly dryRun?: boolean;
}

/** `tags import FILE|FOLDER [--dry-run]`. */
export function addTagsImportCommand(tag: Command): Command {
  return tag
    .command("import")
    .description(
      "Take over tags, ratings, flags, colour labels, titles and captions from a .csv or .jsonl file, a folder of .xmp files, or digiKam's digikam4.db, as one change that can be undone.",
    )
    .argument("<source>", "it is only read")
    .option("--dry-run", "only tell what would change")
    .action(importTags);
}

interface Read {
  readonly rows: number;
  /** Photos that would be changed. */
  readonly photos: number;
  readonly changes: readonly ImportChange[];
  readonly problems: readonly ImportProblem[];
}

async function importTags(given: string, options: TagsImportOptions): Promise<void> {
  const source = resolvePath(given);
  const isDryRun = options.dryRun === true;
  await using library = await openClient(options);
  const { client } = library;
  const { session } = await client.request("exchange.openImport", { path: source });
  try {
    const read = await readAll(client, session, { isPrinted: isDryRun && !options.json, isDryRun });
    const { rows, changes, problems } = read;
    for (const { place, message } of problems) note(`semblance: ${source}, ${place}: ${message}`);
    failIfInvalid(source, problems);
    if (isDryRun) {
      if (options.json) await printJson({ rows, changes, problems });
      else
        await printLine(
          `Would change ${inWords(read.photos, "photo")}, by ${inWords(rows, "row")}`,
        );
    } else {
      const applied = await applyAll(client, session);
      if (options.json) await printJson({ rows, ...applied, problems });
      else await printLine(applied.sentence ?? `Nothing to change, by ${inWords(rows, "row")}`);
    }
    failIfLeftOut(problems);
  } finally {
    await client.request("exchange.closeImport", { session });
  }
}

async function readAll(
  client: Client<"cli">,
  session: string,
  { isPrinted, isDryRun }: { readonly isPrinted: boolean; readonly isDryRun: boolean },
): Promise<Read> {
  const read = {
    rows: 0,
    photos: 0,
    changes: [] as ImportChange[],
    problems: [] as ImportProblem[],
  };
  for (let isDone = false; !isDone;) {
    const part: ImportPart = await client.request("exchange.readImport", { session });
    read.rows += part.rows;
    read.photos = part.photos;
    read.problems.push(...part.problems);
    if (isPrinted) for (const change of part.changes) await printChange(change);
    else if (isDryRun) read.changes.push(...part.changes);
    ({ isDone } = part);
  }
  return read;
}

async function applyAll(client: Client<"cli">, session: string) {
  for (;;) {
    const { isDone, ...applied } = await client.request("exchange.applyImport", { session });
    if (isDone) return applied;
  }
}

async function printChange({ path, addedTags, values }: ImportChange): Promise<void> {
  await printLine(path);
  for (const tag of addedTags) await printLine(`  + ${tag}`);
  for (const { field, from, to } of values)
    await printLine(`  ${field}: ${said(from)} -> ${said(to)}`);
}

function said(value: string | number | null): string {
  return value === null ? "nothing" : JSON.stringify(value);
}

function failIfInvalid(source: string, problems: readonly ImportProblem[]): void {
  const count = problems.filter(({ kind }) => kind === "invalid").length;
  if (count === 0) return;
  const message = `${inWords(count, "place")} in ${source} ${count === 1 ? "is" : "are"} not as expected; nothing was imported`;
  throw new LibraryError("request-invalid", message);
}

function failIfLeftOut(problems: readonly ImportProblem[]): void {
  if (problems.length === 0) return;
  const were = problems.length === 1 ? "was" : "were";
  throw new LibraryError("photo-unknown", `${inWords(problems.length, "row")} ${were} left out`);
}

function inWords(count: number, name: string): string {
  return `${count.toLocaleString("en")} ${name}${count === 1 ? "" : "s"}`;
}
