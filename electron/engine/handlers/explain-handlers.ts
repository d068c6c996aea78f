import { LibraryError } from "../../contract/errors.ts";
import type { SimilarExplanation } from "../../contract/similar.ts";
import { likenessOf, scoreOf } from "../explaining/contributions.ts";
import { sumOf } from "../explaining/grid.ts";
import { toHeatMap } from "../explaining/heat.ts";
import type { ModelRooms } from "../model-rooms.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { sharesAt, type Chance, type Shares } from "../similar/likeness.ts";
import { Sessions, untilAborted } from "../similar/sessions.ts";
import { VECTOR_COLUMNS, type VectorColumn } from "../vectors/vector-column.ts";
import type { OpenedPictures } from "./opened-pictures.ts";
import { PictureMapSource, type MappedPicture } from "./picture-map-source.ts";
import { RecentAnswers } from "./recent-answers.ts";

type ExplainHandlers = Pick<Handlers, "similar.explain" | "label.explainPhoto">;

export interface ExplainRooms {
  readonly pictures: OpenedPictures;
  readonly chance: (rooms: ModelRooms) => Promise<Chance>;
}

/** Somebody who goes back and forth between a few results. */
const REMEMBERED = 16;

/** Why a photo is among those that are similar, and why it has a label. */
export function explainHandlers(parts: Parts, { pictures, chance }: ExplainRooms): ExplainHandlers {
  const source = new PictureMapSource(parts, pictures);
  const pairs = new RecentAnswers<SimilarExplanation>(REMEMBERED);
  const sessions = new Sessions();

  function inSession<T>(session: string | undefined, question: string, work: Promise<T>) {
    const signal = session === undefined ? undefined : sessions.begin(session, question);
    return untilAborted(work, signal);
  }

  return {
    "similar.explain": ({ session, photo, example, depth }) => {
      const rooms = parts.current();
      const maps = depth === 1 ? [] : VECTOR_COLUMNS;
      const [one, other] = [source.locate(photo), source.locate(example)];
      const key = JSON.stringify([rooms.model.key, one, other, depth]);
      const work = pairs.get(key, async () => {
        const read = (located: typeof one) => source.read(located, rooms, { maps });
        const pair = [await read(one), await read(other)] as const;
        return explainPair(
          pair,
          depth === 1 ? MEANING : sharesAt(depth, await chance(rooms), inBoth(pair)),
        );
      });
      return inSession(session, key, work);
    },
    "label.explainPhoto": ({ session, photo, label }) => {
      const rooms = parts.current();
      const { name, classes } = classesOf(parts, rooms, label);
      const located = source.locate(photo);
      const key = JSON.stringify([rooms.model.key, located, classes]);
      const work = source.read(located, rooms, { maps: [], classes }).then((picture) => {
        const { maps, direction, place } = picture;
        return { label: name, photo: toHeatMap(scoreOf(maps.embedding!, direction!), place) };
      });
      return inSession(session, key, work);
    },
  };
}

const MEANING: Shares = [{ column: "embedding", share: 1 }];

type Pair = readonly [MappedPicture, MappedPicture];

function inBoth(pair: Pair): VectorColumn[] {
  return VECTOR_COLUMNS.filter((column) => pair.every(({ maps }) => maps[column] !== undefined));
}

function explainPair([photo, example]: Pair, shares: Shares): SimilarExplanation {
  const ofPhoto = likenessOf(photo.maps, example.maps, shares);
  const ofExample = likenessOf(example.maps, photo.maps, shares);
  return {
    similarity: sumOf(ofPhoto),
    photo: toHeatMap(ofPhoto, photo.place),
    example: toHeatMap(ofExample, example.place),
  };
}

/** The classes of the model that a word stands for, by their places among its scores. */
function classesOf(
  { search }: Pick<Parts, "search">,
  { model }: ModelRooms,
  text: string,
): { readonly name: string; readonly classes: readonly number[] } {
  const label = search.labels.toJudge(text);
  const wanted = new Set(label?.classes);
  const classes = [...model.labels.entries()].flatMap(([at, { wnid, name }]) =>
    wanted.has(wnid ?? name) ? [at] : [],
  );
  if (label && classes.length > 0) return { name: label.name, classes };
  throw new LibraryError(
    "request-invalid",
    `expected a label that ${model.name} knows, such as dog, but got ${JSON.stringify(text)}`,
  );
}
