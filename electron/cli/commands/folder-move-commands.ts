import type { Command } from "commander";
import { LibraryError } from "../../contract/errors.ts";
import { confirm } from "../confirm.ts";
import { findFolder } from "../find-folder.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";
import { resolvePath } from "../paths.ts";

/** `folder relocate OLD NEW` and `folder forget FOLDER`. */
export function addMoveCommands(folder: Command): Command[] {
  const relocateCommand = folder
    .command("relocate")
    .description("Say where a folder is now. Its photos keep everything.")
    .argument("<old>")
    .argument("<new>")
    .option("--force", "although its photos are not there")
    .action(relocate);
  const forgetCommand = folder
    .command("forget")
    .description(
      "Delete what the library keeps of a removed folder: entries, tags, ratings. No file is touched.",
    )
    .argument("<folder>")
    .option("--yes", "without asking")
    .action(forget);
  return [relocateCommand, forgetCommand];
}

async function relocate(
  from: string,
  to: string,
  options: CommonOptions & { readonly force?: true },
): Promise<void> {
  await using library = await openClient(options);
  const { id, path } = await findFolder(library.client, from);
  const relocation = await library.client.request("folder.relocate", {
    id,
    path: resolvePath(to),
    isForced: options.force ?? false,
  });
  const { folder, sampled, found } = relocation;
  if (options.json) {
    await printJson({ from: path, to: folder.path, sampled, found });
    return;
  }
  await printLine(
    `${path} is now ${folder.path}; ${found} of ${sampled} photos looked for are there`,
  );
}

async function forget(
  given: string,
  options: CommonOptions & { readonly yes?: true },
): Promise<void> {
  await using library = await openClient(options);
  const path = resolvePath(given);
  const removed = await library.client.request("folder.listRemoved", {});
  const folder = removed.find((one) => one.path === path);
  if (!folder) {
    throw new LibraryError(
      "folder-unknown",
      `expected a folder that was removed from the library but got ${path}`,
    );
  }
  const { photoCount, keptCount } = folder;
  const question = `Forget ${photoCount} photos of ${path}, ${keptCount} of them with something of yours?`;
  if (!options.yes && !(await confirm(question))) {
    await printLine("Nothing was forgotten.");
    return;
  }
  await library.client.request("folder.forget", { id: folder.id });
  if (options.json) {
    await printJson({ path, photoCount, keptCount });
    return;
  }
  await printLine(`Forgot ${path}`);
}
