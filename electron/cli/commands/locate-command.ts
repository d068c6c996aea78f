import type { Command } from "commander";
import { findPhotos } from "../find-photos.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";
import { resolvePath } from "../paths.ts";

/** `locate PHOTO FILE`: which file a missing photo has now. */
export function addLocateCommand(program: Command): Command {
  return program
    .command("locate")
    .description("Say which file a missing photo has now. It keeps its tags; undo takes it back.")
    .argument("<photo>", "where its file was")
    .argument("<file>", "where it is, in a folder of the library")
    .option("--force", "although the file holds another picture")
    .action(locate);
}

async function locate(
  photo: string,
  file: string,
  options: CommonOptions & { readonly force?: true },
): Promise<void> {
  await using library = await openClient(options);
  const [id] = await findPhotos(library.client, [photo]);
  const located = await library.client.request("photo.locate", {
    id: id!,
    path: resolvePath(file),
    isForced: options.force ?? false,
  });
  if (options.json) await printJson(located);
  else await printLine(`${resolvePath(photo)} is now ${located.path}`);
}
