import type { Command } from "commander";
import { findPhotos } from "../find-photos.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";
import { addMirrorCommand } from "./mirror-command.ts";

/** `tag add|remove TAG PHOTO…`, `tag list [PHOTO]` and `tag mirror [FOLDER…]`. */
export function addTagCommand(program: Command): Command[] {
  const tag = program
    .command("tag")
    .alias("tags")
    .description("Add, remove and list your tags.")
    .exitOverride();
  const add = tag
    .command("add")
    .description("Give photos a tag, such as Lisbon or Places/Portugal/Lisbon.")
    .argument("<tag>")
    .argument("<photos...>", "photos of the library")
    .action((name: string, photos: string[], options: CommonOptions) =>
      change("tag.add", name, photos, options),
    );
  const remove = tag
    .command("remove")
    .description("Take a tag from photos.")
    .argument("<tag>")
    .argument("<photos...>", "photos of the library")
    .action((name: string, photos: string[], options: CommonOptions) =>
      change("tag.remove", name, photos, options),
    );
  const list = tag
    .command("list")
    .description("List all tags, or those of one photo.")
    .argument("[photo]", "a photo of the library")
    .action(listTags);
  return [add, remove, list, addMirrorCommand(tag)];
}

async function change(
  request: "tag.add" | "tag.remove",
  tag: string,
  paths: readonly string[],
  options: CommonOptions,
): Promise<void> {
  await using library = await openClient(options);
  const photos = await findPhotos(library.client, paths);
  const result = await library.client.request(request, { tag, photos });
  if (options.json) {
    await printJson(result);
    return;
  }
  await printLine(
    `${request === "tag.add" ? "Tagged" : "Untagged"} ${result.changed} of ${photos.length} photos`,
  );
}

async function listTags(photo: string | undefined, options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const [id] = photo === undefined ? [] : await findPhotos(library.client, [photo]);
  const tags = await library.client.request("tag.list", id === undefined ? {} : { photo: id });
  if (options.json) {
    await printJson(tags);
    return;
  }
  for (const { tag, count } of tags) await printLine(`${String(count).padStart(7)}  ${tag}`);
}
