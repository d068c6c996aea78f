import { InvalidArgumentError, type Command } from "commander";
import { LibraryError } from "../../contract/errors.ts";
import { foldText } from "../../contract/fold-text.ts";
import { FavouriteKey, type TagBranch, type TagWeight } from "../../contract/tag.ts";
import { confirm } from "../confirm.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";

interface DeleteOptions extends CommonOptions {
  readonly yes?: boolean;
}

interface DescribeOptions extends CommonOptions {
  readonly synonyms?: string[];
  /** `null` is none. */
  readonly key?: { readonly digit: FavouriteKey | null };
}

/** What is done to a tag itself: `tag rename TAG NAME`, `tag merge TAG OTHER`, `tag delete TAG`, `tag describe TAG`. */
export function addTagTreeCommands(tag: Command): Command[] {
  const rename = tag
    .command("rename")
    .description("Rename or move a tag, with everything below it.")
    .argument("<tag>")
    .argument("<name>", "its new name and place, such as Places/Lisbon")
    .action(renameTag);
  const merge = tag
    .command("merge")
    .description("Make a tag one with another; both with everything below them.")
    .argument("<tag>", "the one that goes")
    .argument("<other>", "the one that stays")
    .action(mergeTag);
  const remove = tag
    .command("delete")
    .description("Take a tag, and everything below it, from all photos.")
    .argument("<tag>")
    .option("--yes", "without asking")
    .action(deleteTag);
  const describe = tag
    .command("describe")
    .description("Show or change what is said of a tag: other words for it, and its favourite key.")
    .argument("<tag>")
    .option("--synonyms <words>", "other words for it, with commas between; '' for none", toWords)
    .option("--key <digit>", "1 to 9, which gives the tag to the selected photos, or none", toKey)
    .action(describeTag);
  return [rename, merge, remove, describe];
}

async function renameTag(tag: string, to: string, options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const renamed = await library.client.request("tag.rename", { tag, to });
  if (options.json) await printJson(renamed);
  else await printLine(renamed.sentence);
}

async function mergeTag(tag: string, to: string, options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const { merges } = await library.client.request("tag.weigh", { tag, to });
  if (merges.length === 0)
    throw new LibraryError(
      "tag-unknown",
      `expected a tag of the library to merge into but got ${to}`,
    );
  const merged = await library.client.request("tag.rename", { tag, to });
  if (options.json) await printJson(merged);
  else await printLine(merged.sentence);
}

async function deleteTag(tag: string, options: DeleteOptions): Promise<void> {
  await using library = await openClient(options);
  const weight = await library.client.request("tag.weigh", { tag });
  if (!options.yes && !(await confirm(`${describeWeight(tag, weight)}. Delete it?`))) return;
  const deleted = await library.client.request("tag.delete", { tag });
  if (options.json) await printJson(deleted);
  else await printLine(deleted.sentence);
}

/** "Places is on 412 photos and has 3 tags below it". */
function describeWeight(tag: string, { tags, photos }: TagWeight): string {
  const below = tags === 0 ? "" : ` and has ${tags} ${tags === 1 ? "tag" : "tags"} below it`;
  return `${tag} is on ${photos} ${photos === 1 ? "photo" : "photos"}${below}`;
}

async function describeTag(
  tag: string,
  { synonyms, key, json, ...options }: DescribeOptions,
): Promise<void> {
  await using library = await openClient({ ...options, ...(json !== undefined && { json }) });
  if (synonyms !== undefined || key !== undefined) {
    const described = await library.client.request("tag.describe", {
      tag,
      ...(synonyms && { synonyms }),
      ...(key && { key: key.digit }),
    });
    if (json) await printJson(described);
    else await printLine(described.entry === null ? "Nothing to change" : `Described ${tag}`);
    return;
  }
  const found = findBranch(await library.client.request("tag.tree", {}), tag);
  if (json) await printJson(found);
  else await printLine(describeBranch(found));
}

function findBranch(tree: readonly TagBranch[], wanted: string): TagBranch {
  const isWanted = (word: string) => foldText(word) === foldText(wanted);
  const found = tree.find(({ tag, synonyms }) => isWanted(tag) || synonyms.some(isWanted));
  if (found) return found;
  throw new LibraryError("tag-unknown", `expected a tag of the library but got ${wanted}`);
}

function describeBranch({ tag, count, below, synonyms, key }: TagBranch): string {
  return [
    `${tag}: ${count} photos, ${below} with those below it`,
    ...(synonyms.length > 0 ? [`synonyms: ${synonyms.join(", ")}`] : []),
    ...(key === null ? [] : [`key: ${key}`]),
  ].join("\n");
}

function toWords(text: string): string[] {
  return text
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

function toKey(text: string): { digit: FavouriteKey | null } {
  if (text === "none") return { digit: null };
  const key = FavouriteKey.safeParse(Number(text));
  if (key.success) return { digit: key.data };
  throw new InvalidArgumentError("Expected a digit from 1 to 9, or none.");
}
