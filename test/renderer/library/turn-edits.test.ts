import { expect, test } from "vitest";
import { createClient, type Reply } from "../../../electron/contract/client.ts";
import type { Photo, PhotoId } from "../../../electron/contract/photo.ts";
import type { HistoryEdits } from "../../../renderer/src/library/history-edits.ts";
import type { Notices } from "../../../renderer/src/library/notices.svelte.ts";
import { TurnEdits, withTurn } from "../../../renderer/src/library/turn-edits.ts";

const ids = [1, 2] as PhotoId[];
const photo = { id: 1, kind: "photo", turn: 270, widthPx: 300, heightPx: 200 } as Photo;

/** What the edits do, in order. */
function recordTurns(answer: Reply) {
  const done: unknown[] = [];
  const edits = new TurnEdits({
    client: createClient({
      send: (name, input) => {
        done.push([name, input]);
        return Promise.resolve(answer);
      },
      subscribe: () => () => {},
    }),
    notices: {
      failChange: (error: Error) => done.push(["fail", error.message]),
    } as unknown as Notices,
    history: {
      offerUndo: (text: string, entry: number | null) => done.push(["offer", text, entry]),
    } as unknown as HistoryEdits,
    patch: (patched, edit) => done.push(["patch", patched.size, edit(photo).turn]),
    refresh: () => done.push(["refresh"]),
  });
  return { edits, done };
}

test("a turn is shown before the library answers, then read again, and offered to be taken back", async () => {
  const { edits, done } = recordTurns({ ok: true, value: { changed: 2, entry: 7 } });

  await edits.turn(90, ids);

  expect(done).toEqual([
    ["patch", 2, 0],
    ["photo.turn", { by: 90, photos: ids }],
    ["offer", "Turned 2 photos to the right.", 7],
    ["refresh"],
  ]);
});

test("what is refused is told, and the photos are read again", async () => {
  const { edits, done } = recordTurns({
    ok: false,
    error: { code: "disk-full", message: "full" },
  });

  await edits.turn(-90, ids);

  expect(done.slice(2)).toEqual([["fail", "full"], ["refresh"]]);
});

test("quarters change the sides, a half does not, and a video stays as it is", () => {
  expect(withTurn(photo, -90)).toMatchObject({ turn: 180, widthPx: 200, heightPx: 300 });
  expect(withTurn(photo, 180)).toMatchObject({ turn: 90, widthPx: 300, heightPx: 200 });
  expect(withTurn({ ...photo, kind: "video" }, 90)).toEqual({ ...photo, kind: "video" });
});
