import { expect, test } from "vitest";
import { createClient, type Reply } from "../../../electron/contract/client.ts";
import type { Photo, PhotoId } from "../../../electron/contract/photo.ts";
import type { ValueChange } from "../../../electron/contract/values.ts";
import type { HistoryEdits } from "../../../renderer/src/library/history-edits.ts";
import type { Notices } from "../../../renderer/src/library/notices.svelte.ts";
import {
  describeChange,
  ValueEdits,
  withValues,
} from "../../../renderer/src/library/value-edits.ts";

const ids = [1, 2] as PhotoId[];
const photo = { id: 1, rating: 2, flag: null, colourLabel: "red" } as Photo;

/** What the edits do, in order. */
function recordEdits(answer: (photos: readonly PhotoId[]) => Promise<Reply>) {
  const done: unknown[] = [];
  const edits = new ValueEdits({
    client: createClient({
      send: (name, input) => {
        const { photos, ...change } = input as { photos: PhotoId[] };
        done.push([name, change, photos.length]);
        return answer(photos);
      },
      subscribe: () => () => {},
    }),
    notices: {
      failChange: (error: Error) => done.push(["fail", error.message]),
      retell: () => undefined,
      show: (text: string) => done.push(["show", text]),
    } as unknown as Notices,
    history: {
      offerUndo: (text: string, entry: number | null) => done.push(["offer", text, entry]),
      undo: (entry: number) => Promise.resolve(done.push(["undo", entry]) > 0),
    } as unknown as HistoryEdits,
    patch: (patched, edit) => done.push(["patch", patched.size, edit(photo).rating]),
    refresh: () => done.push(["refresh"]),
  });
  return { edits, done };
}

test("an edit is shown before the library answers, then read again, and offered to be taken back", async () => {
  const answer = { ok: true, value: { changed: 2, entry: 7 } } as const;
  const { edits, done } = recordEdits(() => Promise.resolve(answer));

  await edits.set({ rating: 4 }, ids);

  expect(done).toEqual([
    ["patch", 2, 4],
    ["photo.set", { rating: 4 }, 2],
    ["offer", "Rated 2 photos 4 stars.", 7],
    ["refresh"],
  ]);
});

test("a quiet edit tells nothing of what was done", async () => {
  const answer = { ok: true, value: { changed: 1, entry: 8 } } as const;
  const { edits, done } = recordEdits(() => Promise.resolve(answer));

  expect(await edits.set({ rating: 1 }, ids, { isQuiet: true })).toBe(true);

  expect(done.slice(1)).toEqual([["photo.set", { rating: 1 }, 2], ["refresh"]]);
});

test("what is refused is told, and the photos are read again", async () => {
  const error = { code: "disk-full", message: "no room" } as const;
  const { edits, done } = recordEdits(() => Promise.resolve({ ok: false, error }));

  expect(await edits.set({ flag: "pick" }, ids)).toBe(false);

  expect(done.slice(2)).toEqual([["fail", "no room"], ["refresh"]]);
});

test("many photos are given a value in parts, as one entry of the history", async () => {
  const { edits, done } = recordEdits((photos) =>
    Promise.resolve({ ok: true, value: { changed: photos.length, entry: 1 } }),
  );
  const many = Array.from({ length: 12_000 }, (_, at) => (at + 1) as PhotoId);

  await edits.set({ rating: 1 }, many);

  expect(done.slice(1, -1)).toEqual([
    ["photo.set", { rating: 1 }, 10_000],
    ["photo.set", { rating: 1, entry: 1 }, 2_000],
    ["offer", "Rated 12,000 photos 1 star.", 1],
  ]);
});

test.for<[ValueChange, Partial<Photo>]>([
  [{ rating: 0 }, { rating: 0 }],
  [{ flag: "reject" }, { flag: "reject" }],
  [{ colourLabel: "none" }, { colourLabel: null }],
  [{ rating: null, colourLabel: null }, {}],
  [{ title: "Boat" }, {}],
])("given %o, a photo is shown with %o", ([change, shown]) => {
  expect(withValues(photo, change)).toEqual({ ...photo, ...shown });
});

test.for<[ValueChange, number, string]>([
  [{ rating: 1 }, 1, "Rated 1 photo 1 star."],
  [{ rating: 0 }, 3, "Took the stars from 3 photos."],
  [{ flag: "pick" }, 4213, "Picked 4,213 photos."],
  [{ flag: "none" }, 1, "Took the flag from 1 photo."],
  [{ colourLabel: "red" }, 2, "Gave 2 photos the colour red."],
  [{ colourLabel: "none" }, 1, "Took the colour from 1 photo."],
  [{ title: "Boat" }, 1, "Replaced the title of 1 photo."],
  [{ caption: "" }, 1, "Replaced the caption of 1 photo."],
  [{ caption: null }, 1, "What the file says holds for 1 photo."],
  [{ rating: 3 }, 0, "No photo changed."],
])("of %o on %i photos the toast says: %s", ([change, count, text]) => {
  expect(describeChange(change, count)).toBe(text);
});
