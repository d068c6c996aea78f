/**
 * @file What the thread of maps and its starter say to each other.
 */
import type { WireError } from "../../../contract/errors.ts";
import type { MapQuestion, PictureMaps } from "./picture-maps.ts";

export interface MapOrder {
  readonly id: number;
  readonly tensor: Float32Array<ArrayBuffer>;
  readonly question: MapQuestion;
}

export type MapAnswer = Omit<PictureMaps, "seen">;

export type MapReply =
  | { readonly kind: "done"; readonly id: number; readonly answer: MapAnswer }
  | { readonly kind: "failed"; readonly id: number; readonly error: WireError };
