import type { TagRow } from "./tag-rows.ts";

/** What a key does in a tree. */
export type TreeStep =
  | { readonly kind: "go"; readonly at: number }
  | { readonly kind: "open" | "close"; readonly ids: readonly string[] };

/** What a key does at a row, as the ARIA practices have it for trees; undefined for any other key. */
export function treeStep(key: string, rows: readonly TagRow[], at: number): TreeStep | undefined {
  const row = rows[at];
  if (!row) return undefined;
  switch (key) {
    case "ArrowDown":
      return go(Math.min(at + 1, rows.length - 1));
    case "ArrowUp":
      return go(Math.max(at - 1, 0));
    case "Home":
      return go(0);
    case "End":
      return go(rows.length - 1);
    case "ArrowRight":
      return intoRow(row, at);
    case "ArrowLeft":
      return outOfRow(rows, row, at);
    case "*":
      return { kind: "open", ids: closedBeside(rows, row) };
    default:
      return undefined;
  }
}

/** The next row whose name begins with what was typed; from the row itself while a word goes on. */
export function rowByName(typed: string, rows: readonly TagRow[], at: number): number | undefined {
  const letters = Array.from(typed.toLowerCase());
  // The same letter again and again walks through what begins with it.
  const isOneLetter = letters.every((letter) => letter === letters[0]);
  const wanted = isOneLetter ? letters[0]! : letters.join("");
  const first = isOneLetter ? at + 1 : at;
  for (let step = 0; step < rows.length; step++) {
    const next = (first + step) % rows.length;
    if (rows[next]!.branch.name.toLowerCase().startsWith(wanted)) return next;
  }
  return undefined;
}

function intoRow({ branch, isOpen }: TagRow, at: number): TreeStep | undefined {
  if (branch.children.length === 0) return undefined;
  return isOpen ? go(at + 1) : { kind: "open", ids: [branch.id] };
}

function outOfRow(rows: readonly TagRow[], row: TagRow, at: number): TreeStep | undefined {
  if (row.canClose) return { kind: "close", ids: [row.branch.id] };
  const above = rows.slice(0, at).findLastIndex(({ level }) => level === row.level - 1);
  return above < 0 ? undefined : go(above);
}

function closedBeside(rows: readonly TagRow[], { branch: { parent } }: TagRow): string[] {
  return rows
    .filter(({ branch }) => branch.parent === parent && branch.children.length > 0)
    .map(({ branch }) => branch.id);
}

function go(at: number): TreeStep {
  return { kind: "go", at };
}
