import { MOST_AT_ONCE } from "../contract/limits.ts";
import type { Client } from "../contract/client.ts";
import { LibraryError } from "../contract/errors.ts";
import type { PhotoId } from "../contract/photo.ts";
import { resolvePath } from "./paths.ts";

/** All of them or an error that names the first that is not in the library: half a change surprises. */
export async function findPhotos(
  client: Client<"cli">,
  given: readonly string[],
): Promise<PhotoId[]> {
  const paths = given.map(resolvePath);
  const found = await client.request("photo.find", { paths });
  const ids = new Map(found.map((photo) => [photo.path, photo.id]));
  return paths.map((path) => {
    const id = ids.get(path);
    if (id === undefined)
      throw new LibraryError("photo-unknown", `expected a photo of the library but got ${path}`);
    return id;
  });
}

/** Photos by their paths, or all that a search finds; exactly one of the two is expected. */
export async function choosePhotos(
  client: Client<"cli">,
  paths: readonly string[],
  query: string | undefined,
): Promise<PhotoId[]> {
  if (paths.length > 0 === (query !== undefined)) {
    const given = query === undefined ? "neither" : "both";
    throw new LibraryError("request-invalid", `expected photos or --query but got ${given}`);
  }
  return query === undefined ? findPhotos(client, paths) : findAll(client, query);
}

async function findAll(client: Client<"cli">, query: string): Promise<PhotoId[]> {
  const found = await client.request("photo.ids", { query, offset: 0, limit: MOST_AT_ONCE });
  if (found.length === 0)
    throw new LibraryError("photo-unknown", `expected photos but the search ${query} finds none`);
  if (found.length === MOST_AT_ONCE) {
    const more = await client.request("photo.ids", { query, offset: MOST_AT_ONCE, limit: 1 });
    if (more.length > 0)
      throw new LibraryError(
        "request-invalid",
        `expected a search that finds at most ${MOST_AT_ONCE.toLocaleString("en")} photos but ${query} finds more; narrow it`,
      );
  }
  return found;
}
