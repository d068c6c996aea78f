import type { PictureOrigin } from "../library/send-picture.ts";
import type { TagTarget } from "../library/tag-edits.ts";
import type { SimilarExample } from "./similar-step.ts";

export type Side = "more" | "less";

/** What the pane asks of the window. */
export interface SimilarActions {
  readonly back: () => void;
  readonly close: () => void;
  /** Keeps the question as an album. */
  readonly save: () => void;
  /** Shows an earlier question of the chain. */
  readonly goTo: (at: number) => void;
  readonly changeDepth: (depth: number) => void;
  /** One step towards what photos mean (1), or towards what they look like (−1). */
  readonly shiftDepth: (by: 1 | -1) => void;
  /** Asks for the part of an example that counts. */
  readonly chooseRegion: (example: SimilarExample) => void;
  readonly setWeight: (example: SimilarExample, weight: number) => void;
  readonly remove: (example: SimilarExample) => void;
  /** Photos that were dropped. */
  readonly addPhotos: (side: Side, target: () => Promise<TagTarget>) => void;
  /** A picture from outside. */
  readonly addPicture: (side: Side, file: File, origin: PictureOrigin) => void;
  /** How many photos are selected, to become examples without dragging. */
  readonly selectedCount: () => number;
  readonly addSelected: (side: Side) => void;
  /** Shows the nearest beyond the end of the list. */
  readonly showBeyond: (count: number) => void;
  readonly setEdited: (findsEdited: boolean) => void;
  /** Shows similar photos among all. */
  readonly widen: () => void;
}
