import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createClient, type Reply } from "../../../electron/contract/client.ts";
import type { Photo, PhotoId } from "../../../electron/contract/photo.ts";
import type { NoticeAction, Notices } from "../../../renderer/src/library/notices.svelte.ts";
import { TagEdits, withEdit } from "../../../renderer/src/library/tag-edits.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function photo(id: number, tags: readonly string[]): Photo {
  return { id: id as PhotoId, tags } as Photo;
}

function idsUpTo(count: number): PhotoId[] {
  return Array.from({ length: count }, (_, at) => (at + 1) as PhotoId);
}

/** An engine that answers as it is told to, and what the user is told. */
function setUp(answer: (call: number) => Reply | Promise<Reply>) {
  const asked: [name: string, tag: string, photos: number, entry?: number][] = [];
  const told: [text: string, action?: NoticeAction][] = [];
  const undone: number[] = [];
  const retold: string[] = [];
  const patched: number[] = [];
  const shown: { current?: [text: string, action?: NoticeAction] } = {};
  const edits = new TagEdits({
    client: createClient({
      send: async (name, input): Promise<Reply> => {
        const { tag, photos, entry } = input as {
          tag: string;
          photos: readonly number[];
          entry?: number;
        };
        const edit = [name, tag, photos.length] as const;
        return answer(asked.push(entry === undefined ? [...edit] : [...edit, entry]));
      },
      subscribe: () => () => {},
    }),
    notices: {
      show: (...notice: [string, NoticeAction?]) => {
        told.push(notice);
        shown.current = notice;
      },
      retell: (...notice: [string, NoticeAction?]) => {
        if (shown.current?.[1] === notice[1]) retold.push(notice[0]);
      },
      get current() {
        return shown.current;
      },
      failChange: (error: Error, action?: NoticeAction) => void told.push([error.message, action!]),
    } as unknown as Notices,
    history: {
      offerUndo: (text, entry) => {
        shown.current = [`${text} (entry ${entry})`];
        told.push(shown.current);
      },
      undo: async (entry) => undone.push(entry!) > 0,
    },
    patch: (ids) => void patched.push(ids.size),
    refresh: () => {},
  });
  return { edits, asked, told, undone, retold, patched };
}

test("adding a tag keeps the others, in order, and never twice", () => {
  expect(withEdit(photo(1, ["Zoo"]), "tag.add", "Lisbon").tags).toEqual(["Lisbon", "Zoo"]);
  expect(withEdit(photo(1, ["lisbon"]), "tag.add", "Lisbon").tags).toEqual(["lisbon"]);
});

test("removing a tag minds neither its case nor how its accents are written", () => {
  const photos = photo(1, ["Évora", "Zoo"]);
  expect(withEdit(photos, "tag.remove", "évora".normalize("NFD")).tags).toEqual(["Zoo"]);
});

test("the entry of the history takes an edit back, whatever was known of the photos", async () => {
  const { edits, asked, told } = setUp(() => ({ ok: true, value: { changed: 1, entry: 7 } }));

  const edited = await edits.add(" Lisbon ", { ids: idsUpTo(2) });

  expect(edited).toEqual({ changed: 1, entries: [7] });
  expect(asked).toEqual([["tag.add", "Lisbon", 2]]);
  expect(told).toEqual([["Tagged 1 photo with Lisbon. (entry 7)"]]);
});

test("an edit of many photos is shown at once, sent in parts, and one entry of the history", async () => {
  const { edits, asked, told, patched } = setUp((call) => ({
    ok: true,
    value: { changed: call < 3 ? 10_000 : 50, entry: 7 },
  }));

  const removing = edits.remove("Lisbon", { ids: idsUpTo(20_050) });
  const shownAtOnce = [...patched];
  const removed = await removing;

  expect(shownAtOnce).toEqual([20_050]);
  expect(asked).toEqual([
    ["tag.remove", "Lisbon", 10_000],
    ["tag.remove", "Lisbon", 10_000, 7],
    ["tag.remove", "Lisbon", 50, 7],
  ]);
  expect(removed).toEqual({ changed: 20_050, entries: [7] });
  expect(told).toEqual([["Removed Lisbon from 20,050 photos. (entry 7)"]]);
});

test("equal edits within two seconds are one toast and one entry; others, later ones and those told between are not", async () => {
  let entry = 0;
  const { edits, asked, told } = setUp(() => ({ ok: true, value: { changed: 1, entry: ++entry } }));
  const one = { ids: idsUpTo(1) };

  await edits.add("Lisbon", one);
  await vi.advanceTimersByTimeAsync(1_900);
  await edits.add("Lisbon", one);
  await edits.add("Porto", one);
  await edits.add("Porto", one, { isAlone: true });
  await edits.add("Porto", one);
  await vi.advanceTimersByTimeAsync(2_100);
  await edits.add("Porto", one);

  expect(asked.map(([, tag, , goesOn]) => [tag, goesOn])).toEqual([
    ["Lisbon", undefined],
    ["Lisbon", 1],
    ["Porto", undefined],
    ["Porto", undefined],
    ["Porto", undefined],
    ["Porto", undefined],
  ]);
  expect(told[1]).toEqual(["Tagged 2 photos with Lisbon. (entry 2)"]);
});

test("what takes longer than a second says that it is going on", async () => {
  const { promise, resolve } = Promise.withResolvers<Reply>();
  const { edits, told } = setUp(() => promise);

  const adding = edits.add("Lisbon", { ids: idsUpTo(10_000) });
  await vi.advanceTimersByTimeAsync(999);
  expect(told).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(told).toMatchObject([["Tagging 10,000 photos with Lisbon…", { label: "Cancel" }]]);

  resolve({ ok: true, value: { changed: 10_000, entry: 1 } });
  await adding;
  expect(told.at(-1)).toEqual(["Tagged 10,000 photos with Lisbon. (entry 1)"]);
});

test("an edit that is cancelled ends after the request under way, and what was done is taken back", async () => {
  const replies = [1, 2, 3].map(() => Promise.withResolvers<Reply>());
  const { edits, asked, told, undone, retold } = setUp((call) => replies[call - 1]!.promise);

  const adding = edits.add("Lisbon", { ids: idsUpTo(30_000) });
  await vi.advanceTimersByTimeAsync(1_000);
  for (const { resolve } of replies) {
    resolve({ ok: true, value: { changed: 10_000, entry: 7 } });
    await vi.advanceTimersByTimeAsync(0);
    if (asked.length === 2) told[0]![1]!.run();
  }

  expect(await adding).toBeUndefined();
  expect(asked).toHaveLength(2);
  expect(undone).toEqual([7]);
  expect(retold).toEqual(["Tagging 30,000 photos with Lisbon… 33%"]);
  expect(told).toHaveLength(1);
});

test("a failure is told with a way to try again, and nothing else is said later", async () => {
  const { edits, asked, told } = setUp(() => ({
    ok: false,
    error: { code: "disk-full", message: "expected room but got none" },
  }));

  expect(await edits.add("Lisbon", { ids: idsUpTo(1) })).toBeUndefined();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(told).toEqual([["expected room but got none", expect.anything()]]);

  told[0]![1]!.run();
  await vi.waitFor(() => expect(asked).toHaveLength(2));
});

test("without photos or a name there is nothing to do", async () => {
  const { edits, asked } = setUp(() => ({ ok: true, value: { changed: 0, entry: null } }));

  expect(await edits.add("  ", { ids: idsUpTo(1) })).toBeUndefined();
  expect(await edits.add("Lisbon", { ids: [] })).toBeUndefined();
  expect(asked).toEqual([]);
});
