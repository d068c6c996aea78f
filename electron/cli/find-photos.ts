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
