import type { Command } from "commander";
import { LibraryError } from "../../contract/errors.ts";
import type { TurnStep } from "../../contract/value-names.ts";
import { findPhotos } from "../find-photos.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";

const ways = { right: 90, left: -90, "180": 180 } as const satisfies Record<string, TurnStep>;

/** `turn PHOTO… left|right|180`. */
export function addTurnCommand(program: Command): Command {
  return program
    .command("turn")
    .description("Turn photos for display, in the library and not in their files.")
    .usage("[options] <photos...> <left|right|180>")
    .argument("<photos...>", "photos of the library, and at the end left, right or 180")
    .action(turnPhotos);
}

async function turnPhotos(given: string[], options: CommonOptions): Promise<void> {
  const way = given.at(-1) ?? "";
  const paths = given.slice(0, -1);
  if (!Object.hasOwn(ways, way) || paths.length === 0) {
    throw new LibraryError(
      "request-invalid",
      `expected photos and then left, right or 180 but got ${JSON.stringify(given.join(" "))}`,
    );
  }
  await using library = await openClient(options);
  const photos = await findPhotos(library.client, paths);
  const by = ways[way as keyof typeof ways];
  const result = await library.client.request("photo.turn", { photos, by });
  if (options.json) {
    await printJson(result);
    return;
  }
  await printLine(`Turned ${result.changed} of ${photos.length} photos`);
}
