import type { Command } from "commander";
import type { TagBranch } from "../../contract/tag.ts";
import { choosePhotos, findPhotos } from "../find-photos.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";
import { addMirrorCommand } from "./mirror-command.ts";
import { addTagTreeCommands } from "./tag-tree-commands.ts";
import { addSidecarNameCommand } from "./sidecar-name-command.ts";
import { addTagsExportCommand } from "./tags-export-command.ts";
import { addTagsImportCommand } from "./tags-import-command.ts";

/** `tag add|remove TAG PHOTO…`, `tag [list] [PHOTO]`, `tag rename|merge|delete|describe TAG`, `tag mirror [FOLDER…]`, `tag export`, `tag import`. */
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
    .argument("[photos...]", "photos of the library")
    .option("--query <query>", "all photos that this search finds")
    .action((name: string, photos: string[], options: ChangeOptions) =>
      change("tag.add", name, photos, options),
    );
  const remove = tag
    .command("remove")
    .description("Take a tag from photos.")
    .argument("<tag>")
    .argument("[photos...]", "photos of the library")
    .option("--query <query>", "all photos that this search finds")
    .action((name: string, photos: string[], options: ChangeOptions) =>
      change("tag.remove", name, photos, options),
    );
  const list = tag
    .command("list", { isDefault: true })
    .description("List all tags, or those of one photo.")
    .argument("[photo]", "a photo of the library")
    .option("--tree", "as a tree, with the number of photos that have a tag or one below it")
    .action(listTags);
  return [
    add,
    remove,
    list,
    ...addTagTreeCommands(tag),
    addMirrorCommand(tag),
    addSidecarNameCommand(tag),
    addTagsExportCommand(tag),
    addTagsImportCommand(tag),
  ];
}

interface ChangeOptions extends CommonOptions {
  readonly query?: string;
}

async function change(
  request: "tag.add" | "tag.remove",
  tag: string,
  paths: readonly string[],
  options: ChangeOptions,
): Promise<void> {
  await using library = await openClient(options);
  const photos = await choosePhotos(library.client, paths, options.query);
  const result = await library.client.request(request, { tag, photos });
  if (options.json) {
    await printJson(result);
    return;
  }
  await printLine(
    `${request === "tag.add" ? "Tagged" : "Untagged"} ${result.changed} of ${photos.length} photos`,
  );
}

interface ListOptions extends CommonOptions {
  readonly tree?: boolean;
}

async function listTags(photo: string | undefined, options: ListOptions): Promise<void> {
  await using library = await openClient(options);
  if (options.tree) {
    const tree = await library.client.request("tag.tree", {});
    if (options.json) await printJson(tree);
    else for (const branch of tree) await printLine(indent(branch));
    return;
  }
  const [id] = photo === undefined ? [] : await findPhotos(library.client, [photo]);
  const tags = await library.client.request("tag.list", id === undefined ? {} : { photo: id });
  if (options.json) {
    await printJson(tags);
    return;
  }
  for (const { tag, count } of tags) await printLine(`${String(count).padStart(7)}  ${tag}`);
}

/** Its last level, below that of the tag above it. */
function indent({ tag, below, key }: TagBranch): string {
  const levels = tag.split("/");
  const digit = key === null ? "" : `  [${key}]`;
  return `${String(below).padStart(7)}  ${"  ".repeat(levels.length - 1)}${levels.at(-1)}${digit}`;
}
