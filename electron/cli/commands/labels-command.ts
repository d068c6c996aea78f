import type { Command } from "commander";
import { atLeastOne } from "../numbers.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";
import { resolvePath } from "../paths.ts";

/** `labels PHOTO…`: what the model sees, whether or not the photo is in the library. */
export function addLabelsCommand(program: Command): Command {
  return program
    .command("labels")
    .description("Name what is in photos, most confident first.")
    .argument("<photos...>", "image files, in the library or not")
    .option("--limit <n>", "labels for each photo", atLeastOne, 5)
    .action(labels);
}

async function labels(
  photos: string[],
  options: CommonOptions & { readonly limit: number },
): Promise<void> {
  await using library = await openClient(options);
  const found = await library.client.request("file.labels", {
    paths: photos.map(resolvePath),
    limit: options.limit,
  });
  if (options.json) {
    await printJson(found.length === 1 ? found[0]!.labels : found);
    return;
  }
  for (const { path, labels: named } of found) {
    if (found.length > 1) await printLine(path);
    for (const { name, confidence } of named)
      await printLine(`${(confidence * 100).toFixed(1).padStart(5)} %  ${name}`);
  }
}
