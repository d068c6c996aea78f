import { expect, test } from "vitest";
import { createClient, type Reply } from "../../../electron/contract/client.ts";
import type { Photo, PhotoId } from "../../../electron/contract/photo.ts";
import type { Notices } from "../../../renderer/src/library/notices.svelte.ts";
import { exactly, TagEdits, withEdit } from "../../../renderer/src/library/tag-edits.ts";

function photo(id: number, tags: readonly string[]): Photo {
  return { id: id as PhotoId, tags } as Photo;
}

test("adding a tag keeps the others, in order, and never twice", () => {
  expect(withEdit(photo(1, ["Zoo"]), "tag.add", "Lisbon").tags).toEqual(["Lisbon", "Zoo"]);
  expect(withEdit(photo(1, ["lisbon"]), "tag.add", "Lisbon").tags).toEqual(["lisbon"]);
});

test("removing a tag does not mind its case", () => {
  expect(withEdit(photo(1, ["Lisbon", "Zoo"]), "tag.remove", "lisbon").tags).toEqual(["Zoo"]);
});

test("what changed is known exactly when all did, or when all photos were read", () => {
  const ids = [1, 2] as PhotoId[];
  const known = [photo(1, ["a"]), photo(2, [])];

  expect(exactly([2 as PhotoId], 2, { ids, known })).toEqual(ids);
  expect(exactly([2 as PhotoId], 1, { ids, known })).toEqual([2]);
  expect(exactly([2 as PhotoId], 1, { ids, known: known.slice(0, 1) })).toBeUndefined();
});

test("Undo removes the tag only from the photos that did not have it", async () => {
  const sent: unknown[] = [];
  let undo: (() => void) | undefined;
  const undone = Promise.withResolvers<string>();
  const edits = new TagEdits({
    client: createClient({
      send: async (name, input): Promise<Reply> => {
        sent.push([name, input]);
        return { ok: true, value: { changed: 1 } };
      },
      subscribe: () => () => {},
    }),
    notices: {
      show: undone.resolve,
      showUndoable: (_text: string, action: { run: () => void }) => (undo = action.run),
    } as unknown as Notices,
    patch: () => {},
    refresh: () => {},
  });

  await edits.add(" Lisbon ", {
    ids: [1, 2] as PhotoId[],
    known: [photo(1, ["Lisbon"]), photo(2, [])],
  });
  undo?.();

  await undone.promise;
  expect(sent).toEqual([
    ["tag.add", { tag: "Lisbon", photos: [1, 2] }],
    ["tag.remove", { tag: "Lisbon", photos: [2] }],
  ]);
});
