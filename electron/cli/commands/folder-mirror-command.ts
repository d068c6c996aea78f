import type { Command } from "commander";
import { LibraryError } from "../../contract/errors.ts";
import { findFolder } from "../find-folder.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";

/** `folder mirror FOLDER [on|off]`. */
export function addFolderMirrorCommand(folder: Command): Command {
  return folder
    .command("mirror")
    .description(
      "Write your tags, ratings, titles and captions into .xmp files beside a folder's photos by itself; without on or off, say how they stand.",
    )
    .argument("<folder>")
    .argument("[on|off]", "off leaves the files that are there")
    .action(mirror);
}

async function mirror(
  given: string,
  setting: string | undefined,
  options: CommonOptions,
): Promise<void> {
  if (setting !== undefined && setting !== "on" && setting !== "off")
    throw new LibraryError("request-invalid", `expected "on" or "off" but got "${setting}"`);
  await using library = await openClient(options);
  const { id, path } = await findFolder(library.client, given);
  if (setting !== undefined)
    await library.client.request("folder.mirror", { id, isOn: setting === "on" });
  const all = await library.client.request("mirror.status", {});
  const { id: _id, ...status } = all.find((one) => one.id === id)!;
  if (options.json) {
    await printJson({ path, ...status });
    return;
  }
  await printLine(status.isOn ? `XMP files are written beside ${path}` : `Off for ${path}`);
  const counts = [
    `${status.waiting} waiting`,
    `${status.conflicts} in conflict`,
    `${status.readOnly} read-only`,
    `${status.failed} failed`,
  ];
  if (status.isOn) await printLine(counts.join(", "));
  if (setting === "on" && status.waiting > 0)
    await printLine(
      `They are written while Semblance is open, or now by: semblance tags mirror "${path}"`,
    );
}
