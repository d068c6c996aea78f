import { Option, type Command } from "commander";
import { exportFormats, type ExportFormat, type ExportReport } from "../../contract/originals.ts";
import { findPhotos } from "../find-photos.ts";
import { inPortions } from "../in-portions.ts";
import { atLeastOne } from "../numbers.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";
import { resolvePath } from "../paths.ts";
import { failIfAny } from "../problems.ts";

interface ExportCommandOptions extends CommonOptions {
  readonly to: string;
  readonly format: ExportFormat;
  readonly size?: number;
  readonly quality?: number;
  readonly withoutGps?: true;
}

/** `export PHOTO… --to FOLDER`: copies; the originals and the library stay as they are. */
export function addExportCommand(program: Command): Command {
  return program
    .command("export")
    .description("Write copies of photos into a folder.")
    .argument("<photos...>", "photos of the library")
    .requiredOption("--to <folder>", "where the copies go; nothing there is replaced")
    .addOption(
      new Option("--format <format>", "the files as they are, or drawn anew")
        .choices(exportFormats)
        .default("original"),
    )
    .option("--size <pixels>", "reduce the longer side to this (not for originals)", atLeastOne)
    .option("--quality <1-100>", "of JPEG and WebP (default: 90)", atLeastOne)
    .option("--without-gps", "leave out where the photos were taken")
    .action(exportPhotos);
}

async function exportPhotos(paths: string[], options: ExportCommandOptions): Promise<void> {
  const { format, size, quality, withoutGps } = options;
  await using library = await openClient(options);
  const { client } = library;
  const ids = await findPhotos(client, paths);
  const { target, path } = await client.request("export.open", { path: resolvePath(options.to) });
  const report: ExportReport = { written: [], problems: [] };
  for (const photos of inPortions(ids)) {
    const { written, problems } = await client.request("photo.export", {
      target,
      photos,
      format,
      withoutLocation: withoutGps === true,
      ...(size !== undefined && { longSidePx: size }),
      ...(quality !== undefined && { quality }),
    });
    report.written.push(...written);
    report.problems.push(...problems);
  }
  if (options.json) await printJson(report);
  else await printLine(`Wrote ${report.written.length} of ${ids.length} photos to ${path}`);
  failIfAny(report.problems, "copied");
}
