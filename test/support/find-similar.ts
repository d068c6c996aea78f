import type { Client } from "../../electron/contract/client.ts";
import type { SimilarPhoto } from "../../electron/contract/similar.ts";

/** The library's photos most similar to a file, in it or not, as the command line asks for them; `within` a search. */
export async function findSimilar(
  client: Client<"cli">,
  path: string,
  { limit, within = "" }: { readonly limit: number; readonly within?: string },
): Promise<SimilarPhoto[]> {
  const [known] = await client.request("photo.find", { paths: [path] });
  const of =
    known?.state === "indexed"
      ? { photo: known.id }
      : { picture: (await client.request("picture.open", { path })).picture };
  const question = { examples: [{ of }], limit, within, beyondEnd: true };
  return (await client.request("similar.search", question)).photos;
}
