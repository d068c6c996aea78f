import type { Command } from "commander";
import { confirm } from "../confirm.ts";
import { choosePhotos } from "../find-photos.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";
import { readPages } from "../read-pages.ts";

interface ForgetOptions extends CommonOptions {
  readonly query?: string;
  readonly yes?: true;
}

/** `missing list|forget`: photos whose files are not where they were. */
export function addMissingCommand(program: Command): Command[] {
  const missing = program
    .command("missing")
    .description("Photos whose files are not where they were.")
    .exitOverride();
  const list = missing.command("list").description("List them.").action(listMissing);
  const forget = missing
    .command("forget")
    .description(
      "Delete what the library knows of missing photos: entries, tags, ratings. No file is touched.",
    )
    .argument("[photos...]", "missing photos of the library")
    .option("--query <query>", "the missing ones of those that a search finds")
    .option("--yes", "without asking")
    .action(forgetMissing);
  return [list, forget];
}

async function listMissing(options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const { photos } = await readPages(library.client, { query: "is:missing" }, Infinity);
  const listed = photos.map(({ path, tags }) => ({ path, tags }));
  if (options.json) {
    await printJson(listed);
    return;
  }
  for (const { path, tags } of listed)
    await printLine(tags.length > 0 ? `${path}  (${tags.join(", ")})` : path);
}

async function forgetMissing(paths: readonly string[], options: ForgetOptions): Promise<void> {
  await using library = await openClient(options);
  const { client } = library;
  const query = options.query === undefined ? undefined : `is:missing ${options.query}`;
  const photos = await choosePhotos(client, paths, query);
  const question = `Delete what the library knows of ${photos.length} missing photos? This cannot be undone.`;
  if (!options.yes && !(await confirm(question))) {
    await printLine("Nothing was forgotten.");
    return;
  }
  const result = await client.request("photo.forget", { photos });
  if (options.json) {
    await printJson(result);
    return;
  }
  const others = result.changed < photos.length ? "; the others are not missing" : "";
  await printLine(`Forgot ${result.changed} of ${photos.length} photos${others}`);
}
