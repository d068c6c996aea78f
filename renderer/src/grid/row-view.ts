import type { Section } from "../library/photos/photo-set.ts";
import type { TileBox } from "./layout/rows.ts";

/** A row as it is drawn. */
export interface RowView {
  readonly row: number;
  readonly key: string;
  readonly topPx: number;
  readonly heightPx: number;
  /** Only in a header. */
  readonly section: Section | undefined;
  readonly tiles: readonly TileBox[];
}
