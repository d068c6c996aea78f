import type { Command } from "commander";
import { LibraryError } from "../../contract/errors.ts";
import { findFolder } from "../find-folder.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";

interface IgnoreOptions extends CommonOptions {
  readonly nothing?: true;
}

/** `folder ignore FOLDER [PATTERN…]`. */
export function addIgnoreCommand(folder: Command): Command {
  return folder
    .command("ignore")
    .description(
      "Leave out parts of a folder; without patterns, say which. They take the place of earlier ones.",
    )
    .argument("<folder>")
    .argument(
      "[pattern...]",
      'as in a .gitignore file: "exports/", "*.small.jpg", "!keep.small.jpg"',
    )
    .option("--nothing", "leave out nothing any more")
    .action(ignore);
}

async function ignore(
  given: string,
  patterns: readonly string[],
  options: IgnoreOptions,
): Promise<void> {
  if (options.nothing && patterns.length > 0)
    throw new LibraryError("request-invalid", "expected patterns or --nothing but got both");
  await using library = await openClient(options);
  const found = await findFolder(library.client, given);
  const { id } = found;
  const isAsked = patterns.length === 0 && !options.nothing;
  const folder = isAsked
    ? found
    : await library.client.request("folder.ignore", { id, patterns: [...patterns] });
  const ignored = folder.ignored ?? [];
  if (options.json) {
    await printJson({ path: folder.path, ignored });
    return;
  }
  for (const pattern of ignored) await printLine(pattern);
}
