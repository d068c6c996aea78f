import type { Client } from "../contract/client.ts";
import type { PictureChoice } from "../contract/similar.ts";

/** A photo of the library is known already; any other file is handed to the engine. */
export async function toPicture(client: Client<"cli">, path: string): Promise<PictureChoice["of"]> {
  const [known] = await client.request("photo.find", { paths: [path] });
  if (known?.state === "indexed" && !known.isMissing) return { photo: known.id };
  return { picture: (await client.request("picture.open", { path })).picture };
}
