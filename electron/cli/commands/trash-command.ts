import type { Command } from "commander";
import type { TrashReport } from "../../contract/originals.ts";
import { findPhotos } from "../find-photos.ts";
import { inPortions } from "../in-portions.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";
import { failIfAny } from "../problems.ts";

/** `trash PHOTO…`: to the system's trash, with the files that travel along. */
export function addTrashCommand(program: Command): Command {
  return program
    .command("trash")
    .description(
      "Move photos to the trash of your system. Their tags stay, and come back with the files.",
    )
    .argument("<photos...>", "photos of the library")
    .action(trash);
}

async function trash(paths: string[], options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const ids = await findPhotos(library.client, paths);
  const report: TrashReport = { trashed: [], problems: [], entry: null };
  for (const photos of inPortions(ids)) {
    const { trashed, problems, entry } = await library.client.request("photo.trash", {
      photos,
      ...(report.entry !== null && { entry: report.entry }),
    });
    report.trashed.push(...trashed);
    report.problems.push(...problems);
    report.entry = entry;
  }
  if (options.json) await printJson(report);
  else await printLine(`Moved ${report.trashed.length} of ${ids.length} photos to the trash`);
  failIfAny(report.problems, "moved to the trash");
}
