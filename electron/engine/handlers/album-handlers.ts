import { LibraryError } from "../../contract/errors.ts";
import { describeAlbums } from "../albums/album-list.ts";
import { addToAlbum, moveInAlbum, removeFromAlbum } from "../albums/album-photos.ts";
import {
  createAlbum,
  createSmartAlbum,
  deleteAlbum,
  duplicateAlbum,
  renameAlbum,
  setAlbumCover,
  setAlbumQuery,
  type AlbumChange,
} from "../albums/albums.ts";
import { createSimilarAlbum, setSimilarQuestion } from "../albums/similar-albums.ts";
import type { Recorded } from "../catalog/journal/journal.ts";
import { listPaths } from "../catalog/photos.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { keepQuestion } from "./kept-examples.ts";
import type { OpenedPictures } from "./opened-pictures.ts";

type AlbumHandlers = Pick<Handlers, Extract<keyof Handlers, `album.${string}`>>;

export function albumHandlers(parts: Parts, pictures: OpenedPictures): AlbumHandlers {
  const { db, feed, smartAlbums } = parts;

  /** Photos are found by `album:`, so that those that came, went or moved have changed. */
  function report({ changed, entry }: Recorded) {
    for (const { id, path } of listPaths(db, changed)) feed.report({ kind: "tagged", id, path });
    if (entry !== undefined) reportAlbums();
    return { changed: changed.length, entry: entry ?? null };
  }

  function reportAlbums(): void {
    feed.reportAlbums();
    feed.reportHistory();
  }

  function named({ album, ...recorded }: AlbumChange) {
    const { entry } = report(recorded);
    return { id: album.id, name: album.name, entry };
  }

  return {
    "album.list": async ({ isCounted }) => {
      if (isCounted) await smartAlbums.settled();
      return describeAlbums(db, smartAlbums);
    },
    "album.create": async ({ name, query, similar, photos }) => {
      if (photos !== undefined && (query !== undefined || similar)) {
        throw new LibraryError(
          "album-invalid",
          "expected either photos or a query but got both: a smart album holds what its search finds",
        );
      }
      if (similar) {
        const question = await keepQuestion(similar, parts, pictures);
        return named(createSimilarAlbum(db, name, { question, query: query ?? "" }));
      }
      if (query === undefined) return named(createAlbum(db, name, photos));
      return named(createSmartAlbum(db, name, query));
    },
    "album.rename": ({ id, name }) => named(renameAlbum(db, id, name)),
    "album.delete": ({ id }) => named(deleteAlbum(db, id)),
    "album.duplicate": ({ id, name }) => named(duplicateAlbum(db, id, name)),
    "album.add": ({ id, photos, before }) => report(addToAlbum(db, id, { photos, before })),
    "album.remove": ({ id, photos }) => report(removeFromAlbum(db, id, photos)),
    "album.move": ({ id, photos, before }) => report(moveInAlbum(db, id, { photos, before })),
    "album.setCover": ({ id, photo }) => named(setAlbumCover(db, id, photo)),
    "album.setQuery": ({ id, query }) => named(setAlbumQuery(db, id, query)),
    "album.setSimilar": async ({ id, similar, query }) => {
      const question = await keepQuestion(similar, parts, pictures);
      return named(setSimilarQuestion(db, id, { question, query }));
    },
  };
}
