import path from "node:path";
import type { Client } from "../contract/client.ts";
import { MAX_PAGE } from "../contract/query.ts";
import type { Example, SimilarPhoto, SimilarQuery } from "../contract/similar.ts";
import type { GivenExample } from "./example-options.ts";
import { resolvePath } from "./paths.ts";

/** Called as its file is, where it is one from outside. */
export type NamedExample = Example & { readonly name: string };

/** A photo of the library is known already; any other file is handed to the engine. */
export async function toExamples(
  client: Client<"cli">,
  given: readonly GivenExample[],
): Promise<NamedExample[]> {
  const examples: NamedExample[] = [];
  for (const { file, weight, region } of given) {
    const of = await toSource(client, resolvePath(file));
    examples.push({ of, name: path.basename(file), weight, ...(region && { region }) });
  }
  return examples;
}

async function toSource(client: Client<"cli">, file: string): Promise<Example["of"]> {
  const [known] = await client.request("photo.find", { paths: [file] });
  if (known?.state === "indexed" && !known.isMissing) return { photo: known.id };
  return { picture: (await client.request("picture.open", { path: file })).picture };
}

/** Until likeness ends, or so many photos, however unlike. */
export async function readSimilar(
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
