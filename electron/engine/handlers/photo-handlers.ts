import { LibraryError } from "../../contract/errors.ts";
import type { PhotoId } from "../../contract/photo.ts";
import { absolutePath, getPhoto, type PhotoRow } from "../catalog/photos.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { readTree } from "../search/read-tree.ts";
import { Sessions } from "../similar/sessions.ts";
import { findPathInLibrary } from "./find-path.ts";

type PhotoHandlers = Pick<
  Handlers,
  | "photo.page"
  | "query.read"
  | "photo.segments"
  | "photo.ids"
  | "photo.facets"
  | "photo.places"
  | "photo.get"
  | "photo.find"
  | "photo.path"
  | "photo.hurry"
>;

export function photoHandlers(parts: Parts): PhotoHandlers {
  const { db, search } = parts;
  const sessions = new Sessions();

  function get(id: PhotoId): PhotoRow {
    const photo = getPhoto(db, id);
    if (!photo)
      throw new LibraryError(
        "photo-unknown",
        `expected a photo of the library but there is none with id ${id}`,
      );
    return photo;
  }

  return {
    "photo.page": (input) => search.page(input),
    "query.read": ({ query }) => readTree(query),
    "photo.segments": (input) => search.segments(input),
    "photo.ids": (input) => search.ids(input),
    "photo.facets": ({ query, session }) =>
      search.facets(query, session === undefined ? undefined : sessions.begin(session, query)),
    "photo.places": (input) => search.places(input),
    "photo.get": ({ id }) => search.detail(get(id).id),
    "photo.find": ({ paths }) => {
      const entries = paths.flatMap((path) => findPathInLibrary(parts, path) ?? []);
      return search.byId(entries.map(({ id }) => id));
    },
    "photo.path": ({ id }) => ({ path: absolutePath(get(id)) }),
    "photo.hurry": ({ ids }) => {
      parts.indexer.hurry(ids);
      return {};
    },
  };
}
