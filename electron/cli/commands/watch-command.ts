import type { Command } from "commander";
import type { PhotoChange } from "../../contract/events.ts";
import { addModelOptions, toLibraryOptions, type ModelOptions } from "../model-options.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { note, printJsonLine, printLine } from "../output.ts";
import { untilInterrupted } from "../until-interrupted.ts";
import { indexFolders, printReport } from "./index-command.ts";

/** `watch FOLDER…`: index, then stay and report changes until Ctrl-C. */
export function addWatchCommand(program: Command): Command {
  const command = program
    .command("watch")
    .description("Index folders, then stay and report what changes in them until Ctrl-C.")
    .argument("<folders...>", "folders of photos")
    .action(watch);
  return addModelOptions(command);
}

async function watch(folders: string[], options: CommonOptions & ModelOptions): Promise<void> {
  await using library = await openClient(options, { live: true, ...toLibraryOptions(options) });
  const report = await indexFolders(library.client, folders);
  if (options.json) await printJsonLine({ kind: "report", ...report });
  else await printReport(report);
  library.client.subscribe((event) => {
    if (event.name !== "photo.changed") return;
    for (const change of event.payload.changes) {
      void (options.json ? printJsonLine(withoutId(change)) : printLine(describe(change)));
    }
  });
  note("Watching. Ctrl-C ends it.");
  await Promise.race([untilInterrupted(), library.access.ended]);
}

/** Catalog ids mean nothing outside the library. */
function withoutId({ id: _id, ...change }: PhotoChange): Omit<PhotoChange, "id"> {
  return change;
}

function describe({ kind, path, from, code }: PhotoChange): string {
  const detail = from === undefined ? "" : ` (was ${from})`;
  return `${kind.padEnd(8)} ${path}${detail}${code === undefined ? "" : ` (${code})`}`;
}
