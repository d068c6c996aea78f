import { expect, test } from "vitest";
import { undo } from "../../../../electron/engine/catalog/journal/undo.ts";
import { listDue, setMirrors } from "../../../../electron/engine/catalog/mirror-queue.ts";
import { renameTag } from "../../../../electron/engine/tags/rename-tag.ts";
import { seeded } from "../../../faults/damage.ts";
import { mirroredPhotos } from "../../../support/mirrored-photos.ts";
import { OtherProgram } from "../../../support/other-program.ts";

test("a tag that is renamed by its case alone is so in the sidecars, with all that is below it, and undo takes it back", async () => {
  await using library = await mirroredPhotos();
  const photo = await library.add("a.jpg");
  photo.tag("places/lisbon");
  await photo.mirror();
  const other = new OtherProgram(photo.sidecar());
  await other.note("kept");

  renameTag(library.db, "places", "Places");
  renameTag(library.db, "Places/lisbon", "Places/Lisbon");
  const change = (await photo.mirror()).inSidecar;
  const renamed = await other.say();
  const again = (await photo.mirror()).outcome;
  undo(library.db);
  await photo.mirror();
  const undone = await other.say();

  expect(change).toEqual({
    values: [],
    addedTags: ["Places/Lisbon"],
    removedTags: ["places/lisbon"],
  });
  expect(renamed).toMatchObject({
    hierarchy: ["Places/Lisbon"],
    tagsList: ["Places/Lisbon"],
    note: "kept",
  });
  expect(await photo.xmp()).toContain("<rdf:li>lisbon</rdf:li>");
  expect(again).toBe("in-sync");
  expect(undone).toMatchObject({ hierarchy: ["Places/lisbon"], tagsList: ["Places/lisbon"] });
});

test("another program's spelling of a tag stays in its file until the user renames the tag", async () => {
  await using library = await mirroredPhotos();
  const photo = await library.add("a.jpg");
  photo.tag("ferry");
  await photo.mirror();
  const other = new OtherProgram(photo.sidecar());
  await other.tag("digikam", "ferry", false);
  await other.tag("digikam", "FERRY", true);

  await photo.mirror();
  const [kept, here] = [await other.say(), photo.tags()];
  renameTag(library.db, "ferry", "Ferry");
  await photo.mirror();

  expect([kept.tagsList, here]).toEqual([["FERRY"], ["ferry"]]);
  expect((await other.say()).tagsList).toEqual(["Ferry"]);
  expect((await photo.mirror()).outcome).toBe("in-sync");
});

test("photos of a tag that is renamed by its case wait to be written", async () => {
  await using library = await mirroredPhotos();
  const photo = await library.add("a.jpg");
  setMirrors(library.db, library.folderId, true);
  photo.tag("lisbon");
  await photo.mirror();
  const due = () => listDue(library.db, { offline: [], nowMs: Date.now() + 5000, limit: 9 });
  const before = due();

  renameTag(library.db, "lisbon", "Lisbon");

  expect([before, due()]).toEqual([[], [photo.id]]);
});

test("whoever spells a tag anew, in any order, both sides end as the rule says, and the tag is never lost", async () => {
  await using library = await mirroredPhotos();
  const random = seeded(20_261_121);
  const pick = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)]!;
  const spellings = ["Places/lisbon", "Places/Lisbon", "Places/LISBON", "Places/lisBon"];
  const photo = await library.add("a.jpg");
  let [ours, theirs, merged] = [spellings[0]!, spellings[0]!, spellings[0]!];
  photo.tag(ours);
  await photo.mirror();
  const other = new OtherProgram(photo.sidecar());

  for (let round = 0; round < 60; round++) {
    const note = `round ${round}: ${ours} here, ${theirs} there, ${merged} last`;
    const [here, there] = [pick(spellings), pick(spellings)];
    if (random() < 0.5 && here !== ours) {
      renameTag(library.db, ours, here);
      ours = here;
    }
    if (random() < 0.5 && there !== theirs) {
      const style = pick(["digikam", "lightroom"] as const);
      // Lightroom leaves digiKam's list as it was, and the hierarchy counts.
      await other.tag(style, theirs, false);
      await other.tag(style, there, true);
      theirs = there;
    }
    await photo.mirror();
    if (ours !== merged) theirs = ours;
    merged = ours;

    expect(photo.tags(), note).toEqual([ours]);
    expect((await other.say()).hierarchy, note).toEqual([theirs]);
    expect((await photo.mirror()).outcome, note).toBe("in-sync");
  }
});
