import type { CopyKind, DuplicateKind } from "../../../electron/contract/duplicates.ts";

/** In the order of their tabs. */
export const duplicateKinds = [
  "exact",
  "same-picture",
  "bursts",
] as const satisfies readonly DuplicateKind[];

export const copyKinds = ["exact", "same-picture"] as const satisfies readonly CopyKind[];
