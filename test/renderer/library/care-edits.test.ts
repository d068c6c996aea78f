import { expect, test } from "vitest";
import { createClient, type Reply } from "../../../electron/contract/client.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { CareEdits } from "../../../renderer/src/library/care-edits.ts";
import type { HistoryEdits } from "../../../renderer/src/library/history-edits.ts";
import type { Notices } from "../../../renderer/src/library/notices.svelte.ts";

const ids = [1, 2] as PhotoId[];

/** What the edits do, in order. */
function recordCare(answer: Reply) {
  const done: unknown[] = [];
  const edits = new CareEdits({
    client: createClient({
      send: (name, input) => {
        done.push([name, input]);
        return Promise.resolve(answer);
      },
      subscribe: () => () => {},
    }),
    notices: {
      show: (text: string) => done.push(["show", text]),
      fail: (error: Error) => done.push(["fail", error.message]),
    } as unknown as Notices,
    history: {
      offerUndo: (text: string, entry: number | null) => done.push(["offer", text, entry]),
    } as unknown as HistoryEdits,
    refresh: () => done.push(["refresh"]),
  });
  return { edits, done };
}

test("what was forgotten is told, without an undo that nobody can give", async () => {
  const { edits, done } = recordCare({ ok: true, value: { changed: 2, entry: 7 } });

  await edits.forget(ids);

  expect(done).toEqual([
    ["photo.forget", { photos: ids }],
    ["show", "2 photos are removed from the library."],
    ["refresh"],
  ]);
});

test("a decision is offered to be taken back", async () => {
  const { edits, done } = recordCare({ ok: true, value: { changed: 1, entry: 7 } });

  expect(await edits.decide(ids, "another")).toBe(true);

  expect(done).toEqual([
    ["review.decide", { photos: ids, decision: "another" }],
    ["offer", "1 photo is without the tags of the one before.", 7],
    ["refresh"],
  ]);
});

test("more photos than one request takes are read again in several, and told as one", async () => {
  const { edits, done } = recordCare({ ok: true, value: { changed: 50_001 } });
  const photos = Array.from({ length: 100_001 }, (_, place) => (place + 1) as PhotoId);

  await edits.retry({ photos });

  expect(done).toEqual([
    ["failure.retry", { photos: photos.slice(0, 100_000) }],
    ["failure.retry", { photos: [100_001] }],
    ["show", expect.stringContaining("100,002")],
    ["refresh"],
  ]);
});

test("a refusal is told once, and nothing is read again", async () => {
  const { edits, done } = recordCare({ ok: false, error: { code: "disk-full", message: "full" } });

  await edits.retry({ code: "image-corrupt" });
  expect(await edits.decide(ids, "same")).toBe(false);

  expect(done).toEqual([
    ["failure.retry", { code: "image-corrupt" }],
    ["fail", "full"],
    ["review.decide", { photos: ids, decision: "same" }],
    ["fail", "full"],
  ]);
});
