import { foldText } from "../../../contract/fold-text.ts";

/** A directory that holds photos. */
export interface Place {
  readonly folderId: number;
  /** Of the watched folder, absolute. */
  readonly folderPath: string;
  /** Inside the folder, '/' between parts, '' for the folder itself. */
  readonly directory: string;
}

export interface MatchedPlaces {
  /** Folders of which everything matches. */
  readonly folderIds: readonly number[];
  /** Single directories of other folders. */
  readonly directories: readonly Place[];
}

/**
 * The places at or below `wanted`: an absolute path, or one or more segments of a path in a row. A Windows
 * path may be written with either slash.
 */
export function matchPlaces(places: readonly Place[], wanted: string): MatchedPlaces {
  const folderIds = new Set<number>();
  const directories: Place[] = [];
  const roots = new Map<number, boolean>();
  for (const place of places) {
    let isWhole = roots.get(place.folderId);
    if (isWhole === undefined) {
      isWhole = isAtOrBelow({ ...place, directory: "" }, wanted);
      roots.set(place.folderId, isWhole);
    }
    if (isWhole) folderIds.add(place.folderId);
    else if (isAtOrBelow(place, wanted)) directories.push(place);
  }
  return { folderIds: [...folderIds], directories };
}

function isAtOrBelow({ folderPath, directory }: Place, wanted: string): boolean {
  const isWindows = !folderPath.startsWith("/");
  const toSlashes = (text: string) => (isWindows ? text.replaceAll("\\", "/") : text);
  const path = foldText(`${toSlashes(folderPath)}/${directory}/`.replaceAll(/\/{2,}/g, "/"));
  const part = foldText(toSlashes(wanted)).replaceAll(/\/{2,}/g, "/");
  const isAbsolute = isWindows ? /^([a-z]:|\/)/.test(part) : part.startsWith("/");
  const segments = part.replace(/^\/|\/$/g, "");
  if (isAbsolute) return path.startsWith(`${part.replace(/\/$/, "")}/`);
  return segments !== "" && `/${path}`.includes(`/${segments}/`);
}
