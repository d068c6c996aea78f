import type { Command } from "commander";
import { printNotices } from "../print-notices.ts";
import { describeIndexing } from "./pause-command.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";

/** `status`: what is in the library and what it runs on. */
export function addStatusCommand(program: Command): Command {
  return program
    .command("status")
    .description("Say what is in the library and what it runs on.")
    .action(status);
}

async function status(options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const { folders, counts, indexing, notices } = await library.client.request("library.status", {});
  const { libraryFolder, model, provider, versions, diskBytes } = await library.client.request(
    "library.inspect",
    {},
  );
  const result = {
    library: libraryFolder,
    folders: folders.map(({ path, state }) => ({ path, state })),
    ...counts,
    indexing,
    notices,
    model,
    provider,
    versions,
    diskBytes,
  };
  if (options.json) {
    await printJson(result);
    return;
  }
  for (const { path, state } of result.folders) await printLine(`${state.padEnd(11)} ${path}`);
  await printLine(
    `${counts.photos} photos, ${counts.indexed} indexed, ${counts.failed} could not be, ${counts.missing} missing, ` +
      `${counts.untagged} untagged`,
  );
  if (indexing.isPaused || indexing.share !== "full") await printLine(describeIndexing(indexing));
  if (!library.access.isOwner) printNotices(notices);
  await printLine(
    `${model} on ${provider}; ${(diskBytes / 1e6).toFixed(1)} MB in ${libraryFolder}`,
  );
  await printLine(
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(", "),
  );
}
