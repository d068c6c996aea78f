import type { Command } from "commander";
import type { Client } from "../../contract/client.ts";
import { folderNotes } from "../folder-notes.ts";
import { findFolder } from "../find-folder.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";
import { resolvePath } from "../paths.ts";
import { addIgnoreCommand } from "./folder-ignore-command.ts";
import { addFolderMirrorCommand } from "./folder-mirror-command.ts";
import { addMoveCommands } from "./folder-move-commands.ts";

/** `folder list|add|remove|pause|resume|ignore|mirror|relocate|forget`. */
export function addFolderCommand(program: Command): Command[] {
  const folder = program
    .command("folder")
    .description("List, add, move and remove watched folders, and leave out parts of them.")
    .exitOverride();
  const list = folder
    .command("list")
    .description("List the watched folders.")
    .option("--removed", "those that were removed and not forgotten")
    .action(listFolders);
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
  const pauses = [
    folder
      .command("pause")
      .description("Have the app notice and index nothing of a folder until it is resumed.")
      .argument("<folder>")
      .action((given: string, options: CommonOptions) => pauseFolder(given, true, options)),
    folder
      .command("resume")
      .description("Have the app follow a paused folder again.")
      .argument("<folder>")
      .action((given: string, options: CommonOptions) => pauseFolder(given, false, options)),
  ];
  const others = [...pauses, addIgnoreCommand(folder), addFolderMirrorCommand(folder)];
  return [list, add, remove, ...others, ...addMoveCommands(folder)];
}

async function listFolders(options: CommonOptions & { removed?: true }): Promise<void> {
  await using library = await openClient(options);
  if (options.removed) {
    await listRemoved(library.client, options);
    return;
  }
  const folders = (await library.client.request("folder.list", {})).map(
    ({ id: _id, ...folder }) => folder,
  );
  if (options.json) {
    await printJson(folders);
    return;
  }
  for (const folder of folders) {
    const { path, state, photoCount } = folder;
    await printLine(`${state.padEnd(11)} ${String(photoCount).padStart(8)}  ${path}`);
    for (const line of folderNotes(folder)) await printLine(`${" ".repeat(22)}${line}`);
  }
}

async function listRemoved(client: Client<"cli">, options: CommonOptions): Promise<void> {
  const folders = await client.request("folder.listRemoved", {});
  if (options.json) {
    await printJson(folders.map(({ id: _id, ...folder }) => folder));
    return;
  }
  for (const { path, photoCount, keptCount } of folders)
    await printLine(
      `${String(photoCount).padStart(8)} (${keptCount} with something of yours)  ${path}`,
    );
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

async function pauseFolder(
  given: string,
  isPaused: boolean,
  options: CommonOptions,
): Promise<void> {
  await using library = await openClient(options);
  const { id } = await findFolder(library.client, given);
  const folder = await library.client.request("folder.pause", { id, isPaused });
  if (options.json) {
    await printJson({ path: folder.path, isPaused });
    return;
  }
  await printLine(isPaused ? `Paused ${folder.path}` : `Resumed ${folder.path}`);
}

async function removeFolder(given: string, options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const folder = await findFolder(library.client, given);
  await library.client.request("folder.remove", { id: folder.id });
  if (options.json) {
    await printJson({ path: folder.path });
    return;
  }
  await printLine(`Removed ${folder.path}; its tags are kept`);
}
