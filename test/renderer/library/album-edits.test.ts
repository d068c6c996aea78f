import { expect, test } from "vitest";
import { createClient } from "../../../electron/contract/client.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { AlbumEdits } from "../../../renderer/src/library/album-edits.ts";
import type { AlbumState } from "../../../renderer/src/library/album-state.svelte.ts";
import type { Notices } from "../../../renderer/src/library/notices.svelte.ts";

const photos = Array.from({ length: 100_001 }, (_, place) => (place + 1) as PhotoId);

/** What the edits ask the engine for and tell; each answer has the next number of the history. */
function recordAlbums() {
  const asked: { name: string; photos: number }[] = [];
  const undone: number[] = [];
  let offered: { text: string; run?: () => void } | undefined;
  const edits = new AlbumEdits({
    client: createClient({
      send: (name, input) => {
        const { length } = (input as { photos: PhotoId[] }).photos;
        asked.push({ name, photos: length });
        const value = { id: 5, name: "Best", changed: length, entry: asked.length };
        return Promise.resolve({ ok: true, value });
      },
      subscribe: () => () => {},
    }),
    notices: {
      show: (text: string, action: { run: () => void }) => (offered = { text, run: action.run }),
    } as unknown as Notices,
    history: {
      offerUndo: (text) => (offered = { text }),
      undo: (entry) => Promise.resolve(undone.push(entry!) > 0),
    },
    albums: { used: () => {}, refresh: () => Promise.resolve() } as unknown as AlbumState,
    refresh: () => {},
  });
  return { edits, asked, undone, offered: () => offered };
}

test("more photos than one request takes are all put into an album, and told as one", async () => {
  const { edits, asked, offered } = recordAlbums();

  await edits.add({ id: 5, name: "Best" } as never, photos);

  expect(asked).toEqual([
    { name: "album.add", photos: 100_000 },
    { name: "album.add", photos: 1 },
  ]);
  expect(offered()?.text).toContain("100,001");
});

test("an album that is made of more photos than one request takes has all of them", async () => {
  const { edits, asked, undone, offered } = recordAlbums();

  await edits.create("Best", photos);
  offered()?.run?.();
  await Promise.resolve();
  await Promise.resolve();

  expect(asked).toEqual([
    { name: "album.create", photos: 100_000 },
    { name: "album.add", photos: 1 },
  ]);
  expect(offered()?.text).toContain("100,001");
  expect(undone).toEqual([2, 1]);
});
