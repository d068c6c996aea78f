import type { Region } from "../../../../electron/contract/similar.ts";

/** Asks which part of a picture is to be searched for. */
export interface RegionQuestion {
  readonly name: string;
  /** The picture; undefined where the page cannot show it. */
  readonly preview: string | undefined;
  /** The part that counts now. */
  readonly region: Region | undefined;
  /** Without a part, the whole picture. */
  readonly search: (region: Region | undefined) => void;
}
