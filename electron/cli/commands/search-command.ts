import { Option, type Command } from "commander";
import { photoSorts, type PhotoSort } from "../../contract/photo-sort.ts";
import type { Photo } from "../../contract/photo.ts";
import { atLeastOne } from "../numbers.ts";
import { noteUnknownLabels } from "../unknown-labels.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { note, printJson, printLine } from "../output.ts";
import { readPages } from "../read-pages.ts";

/** `search QUERY`: what the search box of the app finds. */
export function addSearchCommand(program: Command): Command {
  return program
    .command("search")
    .description('Search with the query language; "" lists everything.')
    .argument("<query>", 'for example: label:dog taken:2023 -tag:"New York"')
    .option("--limit <n>", "photos at most", atLeastOne, 50)
    .addOption(
      new Option(
        "--sort <order>",
        "newest, last added, A to Z, or most stars first (default: taken; an album's own)",
      ).choices(photoSorts),
    )
    .option("--reverse", "the other way round")
    .action(search);
}

async function search(
  query: string,
  options: CommonOptions & {
    readonly limit: number;
    readonly sort?: PhotoSort;
    readonly reverse?: boolean;
  },
): Promise<void> {
  await using library = await openClient(options);
  const { limit, sort, reverse: isReversed } = options;
  const question = { query, ...(sort && { sort }), ...(isReversed && { isReversed }) };
  const { total, photos } = await readPages(library.client, question, limit);
  if (total === 0) await noteUnknownLabels(library.client, query);
  if (options.json) {
    await printJson({ total, photos: photos.map(toResult) });
    return;
  }
  for (const photo of photos) await printLine(describe(photo));
  note(`${photos.length} of ${total}`);
}

function toResult({ path, takenAt, labels, tags, rating, flag, colourLabel }: Photo) {
  return { path, takenAt, labels, tags, rating, flag, colourLabel };
}

function describe({ path, takenAt, labels, tags }: Photo): string {
  const words = [...tags.map((tag) => `#${tag}`), ...labels.map((label) => label.name)].join(", ");
  return `${(takenAt ?? "").padEnd(25)}  ${path}${words === "" ? "" : `  ${words}`}`;
}
