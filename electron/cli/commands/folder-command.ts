import type { Command } from "commander";
import { LibraryError } from "../../contract/errors.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";
import { resolvePath } from "../paths.ts";

/** `folder list|add|remove`. */
export function addFolderCommand(program: Command): Command[] {
  const folder = program
    .command("folder")
    .description("List, add and remove watched folders.")
    .exitOverride();
  const list = folder.command("list").description("List the watched folders.").action(listFolders);
  const add = folder
    .command("add")
    .description("Add a folder without indexing it now.")
    .argument("<folder>")
    .action(addFolder);
  const remove = folder
    .command("remove")
    .description("Stop watching a folder. Its photos' tags are kept and come back with it.")
    .argument("<folder>")
    .action(removeFolder);
  return [list, add, remove];
}

async function listFolders(options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const folders = (await library.client.request("folder.list", {})).map(
    ({ id: _id, ...folder }) => folder,
  );
  if (options.json) {
    await printJson(folders);
    return;
  }
  for (const { path, state, photoCount } of folders)
    await printLine(`${state.padEnd(11)} ${String(photoCount).padStart(8)}  ${path}`);
}

async function addFolder(given: string, options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const { id: _id, ...folder } = await library.client.request("folder.add", {
    path: resolvePath(given),
  });
  if (options.json) {
    await printJson(folder);
    return;
  }
  await printLine(`Added ${folder.path}`);
}

async function removeFolder(given: string, options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const path = resolvePath(given);
  const folder = (await library.client.request("folder.list", {})).find((one) => one.path === path);
  if (!folder)
    throw new LibraryError("folder-unknown", `expected a watched folder but got ${path}`);
  await library.client.request("folder.remove", { id: folder.id });
  if (options.json) {
    await printJson({ path });
    return;
  }
  await printLine(`Removed ${path}; its tags are kept`);
}
