import type { Command } from "commander";
import type { Client } from "../../contract/client.ts";
import { MAX_PAGE } from "../../contract/query.ts";
import type { Example, SimilarPhoto, SimilarQuery } from "../../contract/similar.ts";
import { addExampleOptions, readExamples, type GivenExample } from "../example-options.ts";
import { atLeastOne, fraction } from "../numbers.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { note, printJson, printLine } from "../output.ts";
import { resolvePath } from "../paths.ts";

interface SimilarOptions extends CommonOptions {
  readonly within: string;
  readonly depth: number;
  readonly edited?: true;
  readonly limit?: number;
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
    .action((_photos: string[], options: SimilarOptions) =>
      similar(readExamples(command, argv), options),
    );
}

async function similar(given: readonly GivenExample[], options: SimilarOptions): Promise<void> {
  await using library = await openClient(options);
  const { within, depth, edited = false } = options;
  const examples = await toExamples(library.client, given);
  const found = await readPages(library.client, { examples, within, depth, edited }, options.limit);
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

/** A photo of the library is known already; any other file is handed to the engine. */
async function toExamples(
  client: Client<"cli">,
  given: readonly GivenExample[],
): Promise<Example[]> {
  const examples: Example[] = [];
  for (const { file, weight, region } of given) {
    const of = await toSource(client, resolvePath(file));
    examples.push({ of, weight, ...(region && { region }) });
  }
  return examples;
}

async function toSource(client: Client<"cli">, path: string): Promise<Example["of"]> {
  const [known] = await client.request("photo.find", { paths: [path] });
  if (known?.state === "indexed" && !known.isMissing) return { photo: known.id };
  return { picture: (await client.request("picture.open", { path })).picture };
}

async function readPages(
  client: Client<"cli">,
  query: SimilarQuery,
  limit?: number,
): Promise<SimilarPhoto[]> {
  const photos: SimilarPhoto[] = [];
  const wanted = limit ?? Infinity;
  while (photos.length < wanted) {
    const page = await client.request("similar.search", {
      ...query,
      offset: photos.length,
      limit: Math.min(MAX_PAGE, wanted - photos.length),
      beyondEnd: limit !== undefined,
    });
    photos.push(...page.photos);
    if (page.photos.length < Math.min(MAX_PAGE, wanted)) break;
  }
  return photos;
}
