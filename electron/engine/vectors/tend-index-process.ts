/**
 * @file Entry of the disposable process that measures a column and builds its index: what the build takes of
 * memory goes with it, it steps back behind everything else, and it can be ended at any moment. Tables of LanceDB
 * may be appended to meanwhile. See ask-tend-process.ts for who starts it.
 */
import { constants, setPriority } from "node:os";
import { connectVectors } from "./connect.ts";
import type { IndexChoice } from "./index-choice.ts";
import type { IndexPolicy } from "./index-policy.ts";
import { tendIndex } from "./tend-index.ts";
import type { VectorColumn } from "./vector-column.ts";

export interface TendOrder {
  readonly folder: string;
  readonly name: string;
  readonly column: VectorColumn;
  readonly policy: IndexPolicy;
}

export type TendReply =
  | { readonly kind: "chosen"; readonly choice: IndexChoice }
  | { readonly kind: "failed"; readonly reason: string };

process.once("message", (order: TendOrder) => void answer(order));
process.once("disconnect", () => process.exit());

async function answer(order: TendOrder): Promise<void> {
  const reply = await carryOut(order).catch((error: unknown): TendReply => ({
    kind: "failed",
    reason: error instanceof Error ? error.message : String(error),
  }));
  process.send?.(reply, () => process.exit());
}

async function carryOut({ folder, name, column, policy }: TendOrder): Promise<TendReply> {
  // All of it, so that what is compared was measured alike.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const table = await (await connectVectors(folder)).openTable(name);
  return { kind: "chosen", choice: await tendIndex(table, { column, policy }) };
}
