import type { Command } from "commander";
import type { IndexReport } from "../../contract/library.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { addModelOptions, toLibraryOptions, type ModelOptions } from "../model-options.ts";
import { note, printJson, printLine } from "../output.ts";
import { resolvePath } from "../paths.ts";
import { showProgress } from "../progress-bar.ts";

/** `index FOLDER…`: adds the folders, indexes what is new or changed, ends when that is done. */
export function addIndexCommand(program: Command): Command {
  const command = program
    .command("index")
    .description("Add folders and index what is new or changed in them.")
    .argument("<folders...>", "folders of photos")
    .action(index);
  return addModelOptions(command);
}

async function index(folders: string[], options: CommonOptions & ModelOptions): Promise<void> {
  await using library = await openClient(options, { live: false, ...toLibraryOptions(options) });
  const report = await indexFolders(library.client, folders);
  if (options.json) {
    await printJson(report);
    return;
  }
  await printReport(report);
  note(`Open the app: ${openCommand(options)}`);
}

export async function indexFolders(
  client: Awaited<ReturnType<typeof openClient>>["client"],
  folders: readonly string[],
): Promise<IndexReport> {
  using _bar = showProgress(client);
  return await client.request("library.index", { paths: folders.map(resolvePath) });
}

export async function printReport(report: IndexReport): Promise<void> {
  for (const { path, code, message } of report.failed) note(`${path}: ${message} (${code})`);
  await printLine(
    `${report.indexed} indexed, ${report.unchanged} unchanged, ${report.failed.length} could not be, ` +
      `in ${report.seconds.toFixed(1)} s with ${report.model} on ${report.provider}`,
  );
}

/** In a checkout npm starts the app; an installed one has its own command. */
function openCommand({ library }: CommonOptions): string {
  const where = library === undefined ? "" : ` --library ${JSON.stringify(library)}`;
  if (process.env.npm_lifecycle_event === undefined) return `semblance serve --open${where}`;
  return library === undefined ? "npm start" : `npm run -s semblance -- serve --open${where}`;
}
