import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { undo } from "../../../../electron/engine/catalog/journal/undo.ts";
import { waitsForMirror } from "../../../../electron/engine/catalog/mirror-queue.ts";
import { writeFileFacts } from "../../../../electron/engine/catalog/photo-facts.ts";
import { turnPhotos } from "../../../../electron/engine/catalog/turn-photos.ts";
import { readSidecar } from "../../../../electron/engine/tags/mirror/sidecar-fields.ts";
import { exiftoolProgram } from "../../../support/has-exiftool.ts";
import { mirroredPhotos } from "../../../support/mirrored-photos.ts";
import { packet } from "../../metadata/xmp-packet.ts";

const oriented = (orientation: number) =>
  packet(`<rdf:Description rdf:about="" tiff:Orientation="${orientation}"/>`);

/** A photo whose file has an orientation of its own and was read. */
async function open(orientation: number) {
  const library = await mirroredPhotos();
  const photo = await library.add("a.jpg");
  const { db } = library;
  writeFileFacts(db, photo.id, { facts: { orientation }, version: 3 });
  return {
    ...library,
    photo,
    turn: (by: 90 | -90 | 180) => turnPhotos(db, [photo.id], by),
    held: () => db.get<{ turn: number }>("SELECT turn FROM photo WHERE id = ?", [photo.id])!.turn,
    inFile: async () => /tiff:Orientation="(\d)"/.exec(await photo.xmp())?.[1],
  };
}

test("a turn is written as the orientation of the whole, and undo takes it out of the file again", async () => {
  await using library = await open(6);
  library.photo.enter("rating", 3);
  library.turn(90);

  const written = await library.photo.mirror();
  const said = await library.inFile();
  const again = await library.photo.mirror();
  undo(library.db);
  await library.photo.mirror();

  expect(written.inSidecar.values).toContainEqual({ field: "turn", from: null, to: 90 });
  expect([said, again.outcome]).toEqual(["3", "in-sync"]);
  expect([library.held(), await library.inFile()]).toEqual([0, undefined]);
});

test("our own write is no word of the file's when it is read again", async () => {
  await using library = await open(1);
  library.turn(-90);
  await library.photo.mirror();

  await library.photo.read();
  const held = library.held();
  library.turn(90);

  expect(held).toBe(270);
  expect(library.held()).toBe(0);
  expect(library.photo.entered()).toEqual({});
});

test("an orientation that another program wrote turns the photo; over a turn of ours it is taken over", async () => {
  await using library = await open(1);
  await library.photo.write(oriented(6));
  await library.photo.read();
  const imported = [library.held(), library.photo.entered()];
  library.turn(90);
  await library.photo.mirror();
  const ours = await library.inFile();

  await library.photo.write((await library.photo.xmp()).replace('"3"', '"8"'));
  const merged = await library.photo.mirror();

  expect(imported).toEqual([90, {}]);
  expect([ours, merged.outcome]).toEqual(["3", "merged"]);
  expect([library.held(), library.photo.entered()]).toEqual([270, { turn: 270 }]);
});

test("both sides turned it differently, or the other mirrored it: a conflict, and nothing changes", async () => {
  for (const [theirs, inSidecar] of [
    [8, 270],
    [2, "mirrored"],
  ] as const) {
    await using library = await open(1);
    library.turn(90);
    await library.photo.mirror();
    library.turn(90);
    const content = (await library.photo.xmp()).replace('"6"', `"${theirs}"`);
    await library.photo.write(content);

    const { outcome, conflicts } = await library.photo.mirror();

    expect(outcome).toBe("conflict");
    expect(conflicts).toEqual([{ field: "turn", inLibrary: 180, inSidecar }]);
    expect([library.held(), await library.photo.xmp()]).toEqual([180, content]);
  }
});

test("an orientation that only mirrors is left alone, and the photo is shown as its file is", async () => {
  await using library = await open(1);
  await library.photo.write(oriented(4));
  await library.photo.read();

  expect(library.held()).toBe(0);
});

test("nothing is said of a turn until the file's own orientation is known; then the photo waits for its mirror", async () => {
  await using library = await mirroredPhotos();
  const photo = await library.add("a.jpg");
  library.db.run("UPDATE folder SET mirrors = 1");
  photo.enter("rating", 4);
  turnPhotos(library.db, [photo.id], 90);
  await photo.mirror();
  const before = await photo.xmp();
  library.db.run("DELETE FROM mirror_queue");

  writeFileFacts(library.db, photo.id, { facts: { orientation: 8 }, version: 3 });
  const waits = waitsForMirror(library.db, photo.id);
  await photo.mirror();
  library.db.run("DELETE FROM mirror_queue");
  writeFileFacts(library.db, photo.id, { facts: { orientation: 8 }, version: 3 });

  expect(before).not.toContain("Orientation");
  expect(waits).toBe(true);
  expect(await photo.xmp()).toContain('tiff:Orientation="1"');
  expect(waitsForMirror(library.db, photo.id)).toBe(false);
});

test.skipIf(!exiftoolProgram)(
  "exiftool reads the orientation that was written, and what it writes is read (needs Perl)",
  async () => {
    await using library = await open(8);
    library.turn(180);
    await library.photo.mirror();
    const file = library.photo.sidecar();
    const ask = (...args: string[]) =>
      execFileSync(exiftoolProgram!, [...args, file], { encoding: "utf8" });

    const read = ask("-s3", "-n", "-XMP-tiff:Orientation").trim();
    ask("-overwrite_original", "-n", "-XMP-tiff:Orientation=3");
    const { outcome } = await library.photo.mirror();

    expect(read).toBe("6");
    expect([outcome, library.held()]).toEqual(["merged", 270]);
    expect(readSidecar(await readFile(file), { orientation: 8 })?.fields.turn).toBe(270);
  },
);
