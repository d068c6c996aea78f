/**
 * @file Entry of the disposable process that folds a large table, or measures a column and builds its index: what that
 * takes of memory goes with it, it steps back behind everything else, and it can be ended at any moment, because
 * LanceDB commits whole versions. See ask-upkeep-process.ts for who starts it.
 */
import { constants, setPriority } from "node:os";
import { connectVectors } from "./connect.ts";
import { clearLeftovers, dropReplaced, foldFiles } from "./fold-table.ts";
import type { IndexChoice } from "./index-choice.ts";
import type { IndexPolicy } from "./index-policy.ts";
import { tendIndex } from "./tend-index.ts";
import { tablePath } from "./table-file.ts";
import type { VectorColumn } from "./vector-column.ts";

export type UpkeepWork =
  | { readonly kind: "tend"; readonly column: VectorColumn; readonly policy: IndexPolicy }
  | { readonly kind: "fold" }
  /** Nobody may be reading an older version. */
  | { readonly kind: "drop-replaced" }
  /** And nothing else may be changing the table. */
  | { readonly kind: "clear-leftovers" };

export type UpkeepOrder = UpkeepWork & { readonly folder: string; readonly name: string };

export type UpkeepReply =
  | { readonly kind: "done"; readonly choice?: IndexChoice }
  | { readonly kind: "failed"; readonly reason: string };

process.once("message", (order: UpkeepOrder) => void answer(order));
process.once("disconnect", () => process.exit());

async function answer(order: UpkeepOrder): Promise<void> {
  const reply = await carryOut(order).catch((error: unknown): UpkeepReply => ({
    kind: "failed",
    reason: error instanceof Error ? error.message : String(error),
  }));
  process.send?.(reply, () => process.exit());
}

async function carryOut(order: UpkeepOrder): Promise<UpkeepReply> {
  // All of it, so that what is compared was measured alike.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const table = await (await connectVectors(order.folder)).openTable(order.name);
  switch (order.kind) {
    case "tend":
      return { kind: "done", choice: await tendIndex(table, order) };
    case "fold":
      await foldFiles(table);
      return { kind: "done" };
    case "drop-replaced":
      await dropReplaced(table);
      return { kind: "done" };
    case "clear-leftovers":
      await clearLeftovers(table, tablePath(order.folder, order.name));
      return { kind: "done" };
  }
}
