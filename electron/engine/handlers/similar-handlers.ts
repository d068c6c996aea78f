import path from "node:path";
import { getSetting, setSetting } from "../catalog/settings.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { SimilarSearch } from "../similar/similar-search.ts";
import { ExampleVectors } from "./example-vectors.ts";
import { findPathInLibrary } from "./find-path.ts";
import { OpenedPictures } from "./opened-pictures.ts";

type SimilarHandlers = Pick<Handlers, "similar.search" | "picture.open">;

export function similarHandlers(parts: Parts): SimilarHandlers {
  const { db } = parts;
  const pictures = new OpenedPictures();
  const vectors = new ExampleVectors(parts, pictures);
  const search = new SimilarSearch({
    catalog: db,
    search: parts.search,
    background: {
      read: () => getSetting(db, "similar-background"),
      write: (text) => setSetting(db, "similar-background", text),
    },
  });

  return {
    "similar.search": ({ examples, session, ...query }) => {
      const rooms = parts.current();
      const question = {
        ...query,
        about: JSON.stringify(examples),
        resolve: () => vectors.resolve(examples, rooms, query),
        resolveTurned: () => vectors.resolveTurned(examples, rooms),
        ...(session !== undefined && { session }),
      };
      return search.page(question, { modelKey: rooms.model.key, vectors: rooms.vectors });
    },
    "picture.open": async ({ path: file, name = path.basename(file) }) => {
      const entry = findPathInLibrary(parts, file)?.id;
      const picture = pictures.add({ path: file, ...(entry !== undefined && { entry }) });
      try {
        await vectors.lookAtPicture(picture, parts.current());
      } catch (error) {
        pictures.remove(picture);
        throw error;
      }
      return { picture, name };
    },
  };
}
