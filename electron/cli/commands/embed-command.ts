import type { Command } from "commander";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";
import { resolvePath } from "../paths.ts";

/** `embed PHOTO…`: unit-length embeddings, for other programs. */
export function addEmbedCommand(program: Command): Command {
  return program
    .command("embed")
    .description("Print the embeddings of photos.")
    .argument("<photos...>", "image files, in the library or not")
    .action(embed);
}

async function embed(photos: string[], options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const found = await library.client.request("file.embed", { paths: photos.map(resolvePath) });
  if (options.json) {
    await printJson(found);
    return;
  }
  for (const { path, embedding } of found) await printLine(`${path}\t${embedding.join(" ")}`);
}
