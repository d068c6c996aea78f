import type { Command } from "commander";
import { atLeastOne } from "../numbers.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";
import { resolvePath } from "../paths.ts";

/** `similar PHOTO`: the library's photos, most similar first. */
export function addSimilarCommand(program: Command): Command {
  return program
    .command("similar")
    .description("Find photos that look like one photo, which may be any image file.")
    .argument("<photo>", "an image file, in the library or not")
    .option("--limit <n>", "photos at most", atLeastOne, 20)
    .action(similar);
}

async function similar(
  photo: string,
  options: CommonOptions & { readonly limit: number },
): Promise<void> {
  await using library = await openClient(options);
  const found = await library.client.request("file.similar", {
    path: resolvePath(photo),
    limit: options.limit,
  });
  const results = found.map(({ photo: { path }, similarity }) => ({ path, similarity }));
  if (options.json) {
    await printJson(results);
    return;
  }
  for (const { path, similarity } of results) await printLine(`${similarity.toFixed(3)}  ${path}`);
}
