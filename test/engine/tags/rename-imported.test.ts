import { expect, test } from "vitest";
import { undo } from "../../../electron/engine/catalog/journal/undo.ts";
import { deleteTag } from "../../../electron/engine/tags/delete-tag.ts";
import { importTags } from "../../../electron/engine/tags/import-tags.ts";
import { renameTag } from "../../../electron/engine/tags/rename-tag.ts";
import { openTagged } from "../../support/tagged-catalog.ts";
import { mirroredPhotos } from "../../support/mirrored-photos.ts";
import { keywordPacket } from "../metadata/xmp-packet.ts";

function openImported(...tags: string[]) {
  const all = openTagged(1);
  const said = (...words: string[]) => void importTags(all.db, all.ids[0]!, words);
  said(...tags);
  /** Tags with whose word they are. */
  const owned = () =>
    all.db
      .all<{ path: string; origin: string }>(
        "SELECT path, origin FROM photo_tag JOIN tag ON tag.id = tag_id ORDER BY key",
      )
      .map(({ path, origin }) => `${path} (${origin})`);
  return { ...all, said, owned };
}

test("an imported tag that was renamed keeps its new name, whatever the file says later", () => {
  const photo = openImported("Lissabon", "ferry");

  renameTag(photo.db, "Lissabon", "Places/Lisbon");
  const renamed = photo.owned();
  photo.said("Lissabon", "ferry");
  const readAgain = photo.owned();
  photo.said("boat");

  expect(renamed).toEqual(["ferry (file)", "Places/Lisbon (user)"]);
  expect(readAgain).toEqual(renamed);
  expect(photo.owned()).toEqual(["boat (file)", "Places/Lisbon (user)"]);
});

test("undo makes a renamed tag the file's again, which goes when the file loses it", () => {
  const photo = openImported("Lissabon");
  renameTag(photo.db, "Lissabon", "Lisbon");

  undo(photo.db);
  photo.said("Lissabon");
  const undone = photo.owned();
  photo.said();

  expect([undone, photo.owned()]).toEqual([["Lissabon (file)"], []]);
});

test("an imported tag that became one with another, or was deleted, does not come back", () => {
  const photo = openImported("Lissabon", "Lisbon", "ferry");

  renameTag(photo.db, "Lissabon", "Lisbon");
  deleteTag(photo.db, "ferry");
  photo.said("Lissabon", "Lisbon", "ferry");

  expect(photo.owned()).toEqual(["Lisbon (user)"]);
});

test("a photo that is read for the first time has its file's word, also where others were renamed", () => {
  const all = openTagged(2);
  importTags(all.db, all.ids[0]!, ["Lissabon"]);
  renameTag(all.db, "Lissabon", "Lisbon");

  importTags(all.db, all.ids[1]!, ["Lissabon"]);

  expect(all.tags()).toEqual([["Lisbon"], ["Lissabon"]]);
});

test("the mirror writes the new name and takes the old one away, and undo turns that round", async () => {
  await using library = await mirroredPhotos();
  const photo = await library.add("a.jpg");
  await photo.write(keywordPacket(["Lissabon", "ferry"]));
  await photo.read();
  photo.tag("boat");
  await photo.mirror();

  renameTag(library.db, "Lissabon", "Lisbon");
  await photo.mirror();
  const renamed = await photo.xmp();
  await photo.read();
  const tags = photo.tags();
  undo(library.db);
  await photo.mirror();
  await photo.read();

  expect(renamed).toContain("Lisbon");
  expect(renamed).not.toContain("Lissabon");
  expect(tags).toEqual(["boat", "ferry", "Lisbon"]);
  expect(photo.tags()).toEqual(["boat", "ferry", "Lissabon"]);
  expect(await photo.xmp()).not.toContain("Lisbon");
});

test("a sidecar that goes away after a rename takes nothing of it along", async () => {
  await using library = await mirroredPhotos();
  const photo = await library.add("a.jpg");
  await photo.write(keywordPacket(["Lissabon"]));
  await photo.read();
  renameTag(library.db, "Lissabon", "Lisbon");
  await photo.mirror();
  await photo.read();

  importTags(library.db, photo.id, []);

  expect(photo.tags()).toEqual(["Lisbon"]);
});

test("a tag that another program gives after a rename is taken over beside the new name", async () => {
  await using library = await mirroredPhotos();
  const photo = await library.add("a.jpg");
  photo.tag("Orte/Lissabon");
  await photo.mirror();
  renameTag(library.db, "Orte", "Places");
  await photo.write(keywordPacket(["Orte/Lissabon", "ferry"]));

  await photo.mirror();

  expect(photo.tags()).toEqual(["ferry", "Places/Lissabon"]);
  expect(await photo.xmp()).not.toContain("Orte");
});
