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
  const asked: [name: string, tag: string, photos: number][] = [];
  const told: [text: string, action?: NoticeAction][] = [];
  const undone: number[] = [];
  const edits = new TagEdits({
    client: createClient({
      send: async (name, input): Promise<Reply> => {
        const { tag, photos } = input as { tag: string; photos: readonly number[] };
        return answer(asked.push([name, tag, photos.length]));
      },
      subscribe: () => () => {},
    }),
    notices: {
      show: (...notice: [string, NoticeAction?]) => void told.push(notice),
      fail: (error: Error, action?: NoticeAction) => void told.push([error.message, action!]),
    } as unknown as Notices,
    history: {
      offerUndo: (text, entry) => void told.push([`${text} (entry ${entry})`]),
      undo: async (entry) => undone.push(entry!) > 0,
    },
    patch: () => {},
    refresh: () => {},
  });
  return { edits, asked, told, undone };
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

test("more photos than one request takes are several entries, undone from the last to the first", async () => {
  const { edits, asked, told, undone } = setUp((call) => ({
    ok: true,
    value: { changed: call === 1 ? 100_000 : 50, entry: call },
  }));

  await edits.remove("Lisbon", { ids: idsUpTo(100_050) });
  expect(asked).toEqual([
    ["tag.remove", "Lisbon", 100_000],
    ["tag.remove", "Lisbon", 50],
  ]);
  const [text, undo] = told.at(-1)!;
  expect(text).toBe("Removed Lisbon from 100,050 photos.");
  undo!.run();

  await vi.waitFor(() => expect(undone).toEqual([2, 1]));
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
  const { promise, resolve } = Promise.withResolvers<Reply>();
  const { edits, asked, told, undone } = setUp(() => promise);

  const adding = edits.add("Lisbon", { ids: idsUpTo(100_050) });
  await vi.advanceTimersByTimeAsync(1_000);
  told[0]![1]!.run();
  resolve({ ok: true, value: { changed: 100_000, entry: 7 } });

  expect(await adding).toBeUndefined();
  expect(asked).toHaveLength(1);
  expect(undone).toEqual([7]);
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
