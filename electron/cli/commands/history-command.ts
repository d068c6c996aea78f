import { Option, type Command } from "commander";
import type { JournalEntry } from "../../contract/journal.ts";
import { atLeastOne } from "../numbers.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { printJson, printLine } from "../output.ts";

/** `history`, `undo [ENTRY]` and `redo [ENTRY]`. */
export function addHistoryCommands(program: Command): Command[] {
  const history = program
    .command("history")
    .description("List what was done, newest first.")
    .option("--limit <n>", "entries at most", atLeastOne, 20)
    .option("--find <text>", "only entries whose sentence has this in it")
    .addOption(
      new Option("--by <who>", "only what you did, or what the program did by itself").choices([
        "me",
        "itself",
      ]),
    )
    .option("--before <entry>", "only entries before this one", atLeastOne)
    .action(listHistory);
  const undo = program
    .command("undo")
    .description("Take back what you did last, or an entry of the history.")
    .argument("[entry]", "its number in the history", atLeastOne)
    .action((entry: number | undefined, options: CommonOptions) =>
      revert("history.undo", entry, options),
    );
  const redo = program
    .command("redo")
    .description("Do again what was undone last, or an entry of the history.")
    .argument("[entry]", "its number in the history", atLeastOne)
    .action((entry: number | undefined, options: CommonOptions) =>
      revert("history.redo", entry, options),
    );
  return [history, undo, redo];
}

interface ListOptions extends CommonOptions {
  readonly limit: number;
  readonly before?: number;
  readonly find?: string;
  readonly by?: "me" | "itself";
}

async function listHistory({ limit, before, find, by, ...options }: ListOptions): Promise<void> {
  await using library = await openClient(options);
  const page = await library.client.request("history.list", {
    limit,
    ...(before !== undefined && { before }),
    ...(find !== undefined && { text: find }),
    ...(by !== undefined && { origin: by === "me" ? "user" : "disk" }),
  });
  if (options.json) {
    await printJson(page);
    return;
  }
  for (const entry of page.entries) await printLine(describe(entry));
}

async function revert(
  request: "history.undo" | "history.redo",
  entry: number | undefined,
  options: CommonOptions,
): Promise<void> {
  await using library = await openClient(options);
  const reverted = await library.client.request(request, entry === undefined ? {} : { entry });
  if (options.json) {
    await printJson(reverted);
    return;
  }
  await printLine(`${request === "history.undo" ? "Undone" : "Redone"}: ${reverted.sentence}`);
}

function describe({ id, atMs, sentence, isUndone, finalBecause }: JournalEntry): string {
  const time = new Date(atMs).toLocaleString("sv"); // 2026-05-14 18:03:07, in local time.
  const state = isUndone ? " (undone)" : finalBecause === null ? "" : " (cannot be undone)";
  return `${String(id).padStart(7)}  ${time}  ${sentence}${state}`;
}
