import type { Command } from "commander";
import { addExampleOptions, readExamples, type GivenExample } from "../example-options.ts";
import { atLeastOne, fraction } from "../numbers.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { note, printJson, printLine } from "../output.ts";
import { readSimilar, toExamples } from "../read-similar.ts";

interface SimilarOptions extends CommonOptions {
  readonly within: string;
  readonly depth: number;
  readonly edited?: true;
  readonly limit?: number;
  readonly save?: string;
}

/** `similar PHOTO…`: the library's photos that are alike, most similar first. */
export function addSimilarCommand(program: Command, argv: readonly string[]): Command {
  const command = program
    .command("similar")
    .description("Find photos that are like one or several, which may be any image files.");
  return addExampleOptions(command)
    .option("--within <query>", "only photos that this search finds", "")
    .option("--depth <d>", "from 0, looks like, to 1, means the same", fraction, 1)
    .option("--edited", "look closer for cropped and turned copies, which takes longer")
    .option(
      "--limit <n>",
      "so many photos, however unlike (default: until likeness ends)",
      atLeastOne,
    )
    .option("--save <name>", "make a smart album of what is found, instead of listing it")
    .action((_photos: string[], options: SimilarOptions) =>
      similar(readExamples(command, argv), options),
    );
}

async function similar(given: readonly GivenExample[], options: SimilarOptions): Promise<void> {
  await using library = await openClient(options);
  const { within, depth, edited = false, save } = options;
  const examples = await toExamples(library.client, given);
  if (save !== undefined) {
    const similar = { examples, depth, edited };
    const query = within === "" ? {} : { query: within };
    const made = await library.client.request("album.create", { name: save, similar, ...query });
    if (options.json) await printJson(made);
    else await printLine(`Made the smart album ${made.name}`);
    return;
  }
  const found = await readSimilar(
    library.client,
    { examples, within, depth, edited },
    options.limit,
  );
  const results = found.map(({ photo: { path }, similarity, band }) => ({
    path,
    similarity,
    band,
  }));
  if (options.json) {
    await printJson(results);
    return;
  }
  for (const { path, similarity, band } of results)
    await printLine(`${similarity.toFixed(3)}  ${(band ?? "").padEnd(12)}  ${path}`);
  if (results.length === 0) note("Nothing similar.");
}
