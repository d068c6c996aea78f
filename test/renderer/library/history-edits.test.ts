import { beforeEach, expect, test } from "vitest";
import { createClient, type Reply } from "../../../electron/contract/client.ts";
import type { JournalEntry } from "../../../electron/contract/journal.ts";
import { describeRefusal, HistoryEdits } from "../../../renderer/src/library/history-edits.ts";
import type { Notices, NoticeAction } from "../../../renderer/src/library/notices.svelte.ts";

const lisbon = entry(3, "Added the tag Lisbon to 12 photos");

function entry(id: number, sentence: string, more: Partial<JournalEntry> = {}): JournalEntry {
  const rest = { origin: "user", isUndone: false, photos: 12 } as const;
  const told = { told: null, finalBecause: null, finalTold: null };
  return { id, atMs: 0, sentence, ...told, ...rest, ...more };
}

/** What was asked, what was told, the way on that was offered, and the entries that were shown. */
let asked: unknown[];
let told: string[];
let offered: NoticeAction | undefined;
let shown: number[];
let replies: Partial<Record<string, Reply>>;
let edits: HistoryEdits;

beforeEach(() => {
  asked = [];
  told = [];
  offered = undefined;
  shown = [];
  const reverted = { entry: 3, sentence: lisbon.sentence, told: null, changed: 12 };
  replies = {
    "history.undo": { ok: true, value: reverted },
    "history.redo": { ok: true, value: reverted },
  };
  const tell = (text: string, action?: NoticeAction): void => {
    told.push(text);
    offered = action;
  };
  edits = new HistoryEdits({
    client: createClient({
      send: async (name, input): Promise<Reply> => {
        asked.push([name, input]);
        return replies[name]!;
      },
      subscribe: () => () => {},
    }),
    notices: { show: tell, refuse: tell, fail: () => tell("failed") } as unknown as Notices,
    refresh: () => {},
    showEntry: (id) => shown.push(id),
  });
});

test("whoever shows photos hears which entry was taken back", async () => {
  const heard: number[] = [];
  const stop = edits.onReverted((entry) => heard.push(entry));

  await edits.undo();
  stop();
  await edits.redo(3);

  expect(heard).toEqual([3]);
});

test("what was undone is told in its own words and can be redone, and that undone again", async () => {
  await edits.undo();
  expect([told, offered?.label]).toEqual([["Undone: Added the tag Lisbon to 12 photos."], "Redo"]);

  offered?.run();
  await expect.poll(() => told.at(-1)).toBe("Redone: Added the tag Lisbon to 12 photos.");

  expect(offered?.label).toBe("Undo");
  expect(asked).toEqual([
    ["history.undo", {}],
    ["history.redo", { entry: 3 }],
  ]);
});

test("Undo is offered for an entry, and not where nothing was changed", async () => {
  edits.offerUndo("Tagged 12 photos.", 3);
  offered?.run();
  await expect.poll(() => asked).toEqual([["history.undo", { entry: 3 }]]);

  edits.offerUndo("Tagged 0 photos.", null);
  expect(offered).toBeUndefined();
});

test("a refusal names what is in the way, and leads to it", async () => {
  const obstacle = entry(8, "Renamed the tag Lisbon to Lisboa");
  replies = {
    "history.undo": { ok: false, error: { code: "undo-conflict", message: "" } },
    "history.weigh": { ok: true, value: { entry: lisbon, obstacle } },
  };

  expect(await edits.undo(3)).toBe(false);
  offered?.run();

  expect(told).toEqual(["“Renamed the tag Lisbon to Lisboa” came later. Undo that first."]);
  expect(shown).toEqual([8]);
});

test("a refusal whose reason has gone, and any other failure, is told as it is", async () => {
  replies = {
    "history.undo": { ok: false, error: { code: "undo-conflict", message: "" } },
    "history.weigh": { ok: true, value: { entry: lisbon, obstacle: null } },
  };
  await edits.undo(3);

  replies = { "history.undo": { ok: false, error: { code: "disk-full", message: "" } } };
  await edits.undo(3);

  expect(told).toEqual(["failed", "failed"]);
});

test("each reason for a refusal has its sentence", () => {
  const trash = entry(5, "Moved 1 photo to the trash", { finalBecause: "Put it back from there." });
  const undone = entry(8, "Removed the tag Porto", { isUndone: true });

  expect(describeRefusal({ entry: null, obstacle: null }, "undo")).toEqual({
    text: "There is nothing to undo.",
  });
  expect(describeRefusal({ entry: null, obstacle: null }, "redo")?.text).toBe(
    "There is nothing to redo.",
  );
  expect(describeRefusal({ entry: trash, obstacle: null }, "undo")).toEqual({
    text: "“Moved 1 photo to the trash” cannot be undone. Put it back from there.",
    entry: 5,
  });
  expect(describeRefusal({ entry: lisbon, obstacle: undone }, "redo")).toEqual({
    text: "“Removed the tag Porto” was undone too. Redo that first.",
    entry: 8,
  });
});
