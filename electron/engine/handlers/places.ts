import { randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { LibraryError } from "../../contract/errors.ts";
import {
  MOST_FILES,
  type Place,
  type PlaceFiles,
  type PlaceListing,
} from "../../contract/folder.ts";
import { tell } from "../../texts/tell.ts";
import { toldError } from "../../texts/told-error.ts";
import { isPhotoName } from "../support/file-kind.ts";
import { isImportName } from "../tags/exchange/open-source.ts";
import { isIgnoredName } from "../watching/ignored-paths.ts";
import { toReadTrouble } from "../watching/read-trouble.ts";

/**
 * Folders and photo files of this machine under names that only this engine can make, so that a page can walk through them
 * without ever sending a path.
 */
export class Places {
  readonly #pathOf = new Map<string, string>();
  readonly #placeOf = new Map<string, string>();

  pathOf(place: string): string {
    const known = this.#pathOf.get(place);
    if (known === undefined)
      throw new LibraryError("request-invalid", "expected a place that was listed before");
    return known;
  }

  /** What is inside a place; the user's home folder when none is named. With `kind` its files of that kind are places, too. */
  async list(place?: string, kind?: PlaceFiles): Promise<PlaceListing> {
    const folder = place === undefined ? homedir() : this.pathOf(place);
    const entries = await readEntries(folder);
    const names = entries
      .filter((entry) => entry.isDirectory() && !isIgnoredName(entry.name))
      .map((entry) => entry.name);
    const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    const photos = files.filter(isPhotoName);
    const listed = kind === "photos" ? photos : files.filter(isImportName);
    const parent = path.dirname(folder);
    return {
      place: this.#toPlace(folder),
      path: folder,
      parent: parent === folder ? null : this.#toPlace(parent),
      places: this.#toPlaces(folder, names),
      photoCount: photos.length,
      ...(kind && { files: this.#toPlaces(folder, listed).slice(0, MOST_FILES) }),
    };
  }

  #toPlaces(folder: string, names: readonly string[]): Place[] {
    return names
      .toSorted((a, b) => a.localeCompare(b))
      .map((name) => ({ place: this.#toPlace(path.join(folder, name)), name }));
  }

  #toPlace(folder: string): string {
    const known = this.#placeOf.get(folder);
    if (known !== undefined) return known;
    const place = randomUUID();
    this.#pathOf.set(place, folder);
    this.#placeOf.set(folder, place);
    return place;
  }
}

async function readEntries(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    const reason = toReadTrouble(cause) === "denied" ? "denied" : "nothing";
    throw toldError("folder-unavailable", tell(`refused.folder.${reason}`, { path: folder }), {
      cause,
    });
  }
}
