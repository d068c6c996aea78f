import type { Client } from "../../../electron/contract/client.ts";
import type { Place } from "../../../electron/contract/folder.ts";

/** What systems call the folder of pictures, in the languages of those who share photos here. */
const NAMES =
  /^(pictures|photos|images|dcim|bilder|fotos|photographies|imágenes|immagini|imagens|obrazy|zdjęcia)$/i;

export interface SuggestedPlace extends Place {
  /** Photos directly inside; those in its folders are found when it is added. */
  readonly photoCount: number;
}

/** Folders of the user's home that are likely to hold photos; none where it cannot be read. */
export async function suggestPlaces(host: Client<"host">): Promise<readonly SuggestedPlace[]> {
  try {
    const { places } = await host.request("place.list", {});
    const likely = places.filter(({ name }) => NAMES.test(name));
    return await Promise.all(
      likely.map(async ({ place, name }) => {
        const { photoCount } = await host.request("place.list", { place });
        return { place, name, photoCount };
      }),
    );
  } catch {
    // They only save a few clicks: the dialog to add a folder tells what is wrong.
    return [];
  }
}
