import type { Album } from "../contract/album.ts";
import type { Client } from "../contract/client.ts";
import { LibraryError } from "../contract/errors.ts";
import { foldText } from "../contract/fold-text.ts";

/** An album by its name, whatever its case, or by `#` and its number. `album-unknown` names those that there are. */
export async function findAlbum(client: Client<"cli">, given: string): Promise<Album> {
  const albums = await client.request("album.list", {});
  const fold = (text: string) => foldText(text.trim());
  const album = albums.find(({ id, name }) => given === `#${id}` || fold(name) === fold(given));
  if (album) return album;
  const known = albums.map(({ name }) => name).join(", ");
  throw new LibraryError(
    "album-unknown",
    `expected the name of an album but got ${JSON.stringify(given)}; there ${
      known === "" ? "are none" : `are ${known}`
    }`,
  );
}
