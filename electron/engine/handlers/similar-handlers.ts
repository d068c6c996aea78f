import path from "node:path";
import { getSetting, setSetting } from "../catalog/settings.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { SimilarSearch } from "../similar/similar-search.ts";
import { explainHandlers } from "./explain-handlers.ts";
import { ExampleVectors } from "./example-vectors.ts";
import { findPathInLibrary } from "./find-path.ts";
import { GreyPictures } from "./grey-pictures.ts";
import type { OpenedPictures } from "./opened-pictures.ts";

type SimilarHandlers = Pick<
  Handlers,
  "similar.search" | "similar.explain" | "label.explainPhoto" | "picture.open"
>;

export function similarHandlers(parts: Parts, pictures: OpenedPictures): SimilarHandlers {
  const { db } = parts;
  const greyPictures = new GreyPictures();
  const vectors = new ExampleVectors(parts, pictures, greyPictures);
  const search = new SimilarSearch({
    catalog: db,
    search: parts.search,
    background: {
      read: () => getSetting(db, "similar-background"),
      write: (text) => setSetting(db, "similar-background", text),
    },
  });

  return {
    ...explainHandlers(parts, {
      pictures,
      chance: ({ model, vectors: table }) => search.chance({ modelKey: model.key, vectors: table }),
    }),
    "similar.search": ({ examples, session, ...query }) => {
      const rooms = parts.current();
      const question = {
        ...query,
        about: JSON.stringify(examples),
        resolve: () => vectors.resolve(examples, rooms, query),
        resolveTurned: () => vectors.resolveTurned(examples, rooms),
        ...(session !== undefined && { session }),
      };
      const greys = (fingerprint: string) =>
        greyPictures.of(fingerprint, parts.thumbnailPath(fingerprint), rooms.photoWorker);
      const { model, vectors: table } = rooms;
      return search.page(question, { modelKey: model.key, vectors: table, greys });
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
