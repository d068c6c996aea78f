import type { PictureChoice, Region } from "../../contract/similar.ts";
import type { GridPlace } from "../explaining/heat.ts";
import type { ModelRooms } from "../model-rooms.ts";
import type { Parts } from "../parts.ts";
import type { MapQuestion, PictureMaps } from "../photo-worker/photo-worker.ts";
import { regionInFile } from "../similar/region-in-file.ts";
import type { OpenedPictures } from "./opened-pictures.ts";
import { readableFile, readPhoto } from "./readable-file.ts";
import { RecentAnswers } from "./recent-answers.ts";

/** The example of a question, and the results that are looked at one after another; a map takes up to 3 MB. */
const REMEMBERED = 6;

/** A picture, or a part of it, as a file has it. */
export interface LocatedPicture {
  readonly file: string;
  /** Tells its bytes from others. */
  readonly content: string;
  readonly region?: Region;
  readonly place: Omit<GridPlace, "seen">;
}

export interface MappedPicture extends Omit<PictureMaps, "seen"> {
  readonly place: GridPlace;
}

/** What the model sees, and where, of the pictures that questions name. */
export class PictureMapSource {
  readonly #parts: Pick<Parts, "db" | "paths" | "thumbnailPath">;
  readonly #pictures: OpenedPictures;
  readonly #read = new RecentAnswers<PictureMaps>(REMEMBERED);

  constructor(parts: Pick<Parts, "db" | "paths" | "thumbnailPath">, pictures: OpenedPictures) {
    this.#parts = parts;
    this.#pictures = pictures;
  }

  /** Throws `photo-unknown`, `photo-not-indexed`, or `request-invalid` of a picture that was never opened. */
  locate({ of, region }: PictureChoice): LocatedPicture {
    if ("picture" in of) {
      const { path: file } = this.#pictures.get(of.picture);
      return { file, content: of.picture, ...(region && { region }), place: { region, turn: 0 } };
    }
    const read = readPhoto(this.#parts, of.photo);
    const { turn } = read.photo;
    return {
      file: readableFile(this.#parts, read),
      content: read.fingerprint,
      ...(region && { region: regionInFile(region, turn) }),
      place: { region, turn },
    };
  }

  /** Rejects with what is wrong with the file, or with `explanation-impossible`. */
  async read(
    { file, content, region, place }: LocatedPicture,
    { model, photoWorker }: ModelRooms,
    question: MapQuestion,
  ): Promise<MappedPicture> {
    const key = JSON.stringify([model.key, content, region, question]);
    const { seen, ...maps } = await this.#read.get(key, () =>
      photoWorker.maps(file, question, region),
    );
    return { ...maps, place: { ...place, seen } };
  }
}
