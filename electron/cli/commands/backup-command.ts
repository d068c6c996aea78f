import type { Command } from "commander";
import { LibraryError } from "../../contract/errors.ts";
import { libraryOf, openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";
import { resolvePath } from "../paths.ts";

interface RestoreOptions extends CommonOptions {
  readonly folder?: readonly string[];
}

/** `backup FILE` and `restore FILE`. */
export function addBackupCommands(program: Command): Command[] {
  const backup = program
    .command("backup")
    .description(
      "Write everything you entered into one new file: folders, photos, tags, history, settings.",
    )
    .argument("<file>", "where there is no file yet")
    .action(writeBackup);
  const restore = program
    .command("restore")
    .description("Make a backup the library, here or on another computer. What was there is kept.")
    .argument("<file>", "a file that backup wrote, or one of the library's own backups")
    .option(
      "--folder <OLD=NEW...>",
      "the photos of OLD, or of all folders below it, are at NEW now (repeatable)",
    )
    .action(restoreBackup);
  return [backup, restore];
}

async function writeBackup(file: string, options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const backup = await library.client.request("library.backup", { path: resolvePath(file) });
  if (options.json) {
    await printJson(backup);
    return;
  }
  await printLine(`Wrote ${(backup.bytes / 1e6).toFixed(1)} MB to ${backup.path} and checked it`);
}

async function restoreBackup(file: string, options: RestoreOptions): Promise<void> {
  const moves = (options.folder ?? []).map(toMove);
  const { restoreLibrary } = await import("../../engine/restore-library.ts");
  const restored = restoreLibrary({
    libraryFolder: libraryOf(options),
    file: resolvePath(file),
    moves,
  });
  if (options.json) {
    await printJson(restored);
    return;
  }
  await printLine(`Restored ${restored.photos} photos from ${resolvePath(file)}`);
  for (const folder of restored.folders) await printLine(`  ${folder}`);
  if (restored.keptAs !== undefined)
    await printLine(`What was there before is kept as ${restored.keptAs}`);
}

/** OLD stays as it is written: it may be of another computer. */
function toMove(text: string): { from: string; to: string } {
  const at = text.indexOf("=");
  if (at < 1 || at === text.length - 1)
    throw new LibraryError("request-invalid", `expected --folder OLD=NEW but got ${text}`);
  return { from: text.slice(0, at), to: resolvePath(text.slice(at + 1)) };
}
