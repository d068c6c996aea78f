import type { KeptCopy } from "../../../electron/contract/duplicates.ts";

/** Copies that go to the trash, and what is kept of them. */
export interface Keeping {
  readonly copies: readonly KeptCopy[];
  /** `staying`: copies that were left, because what is kept is not where it was. */
  readonly ontrashed: (count: number, staying: number) => void;
}
