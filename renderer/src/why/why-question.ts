import type { PictureChoice } from "../../../electron/contract/similar.ts";

/** A picture with heat over it. */
export interface WhyPicture extends PictureChoice {
  /** Unlike any other's. */
  readonly key: string;
  readonly name: string;
  /** Undefined where the page cannot show it. */
  readonly thumbnail: string | undefined;
  readonly preview: string | undefined;
}

/** Why a photo is among those that are similar to the examples, or why it has a label. */
export type WhyQuestion =
  | {
      readonly photo: WhyPicture;
      /** Those that it is to be like; at least one. */
      readonly examples: readonly WhyPicture[];
      /** 0: looks like; 1: means the same. */
      readonly depth: number;
    }
  | {
      readonly photo: WhyPicture;
      /** As the engine is told it, and as people call it. */
      readonly label: { readonly id: string; readonly name: string };
    };
