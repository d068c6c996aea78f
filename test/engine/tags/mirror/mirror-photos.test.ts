import { chmod, lstat, mkdir, readdir, rm, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { loadTeller } from "../../../../electron/texts/load-teller.ts";
import { redo, undo } from "../../../../electron/engine/catalog/journal/undo.ts";
import { xmpFilesOf } from "../../../../electron/engine/catalog/photo-files.ts";
import { saveSidecarName } from "../../../../electron/engine/tags/mirror/sidecar-path.ts";
import { mirroredPhotos, stampOf } from "../../../support/mirrored-photos.ts";
import { keywordPacket, packet } from "../../metadata/xmp-packet.ts";

const NOBODY = 65_534;

/** Root may write anywhere, so that it is somebody else for a moment. */
async function asSomebodyElse<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work();
  process.seteuid!(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid!(0);
  }
}

test("what the user entered is written beside the photo, once, and the photo is not touched", async () => {
  await using library = await mirroredPhotos();
  const photo = await library.add("a.jpg");
  photo.tag("Places/Lisbon");
  photo.enter("rating", 4);
  photo.enter("title", "Tagus");
  const before = await stampOf(photo.path);

  const wanted = await photo.mirror(true);
  const none = await readdir(library.temp.path);
  const written = await photo.mirror();
  const stamp = await stampOf(photo.sidecar());
  const again = await photo.mirror();

  expect(none).toEqual(["a.jpg"]);
  expect(wanted).toMatchObject({
    outcome: "written",
    sidecarPath: `${photo.path}.xmp`,
    inSidecar: {
      addedTags: ["Places/Lisbon"],
      removedTags: [],
      values: [
        { field: "rating", from: null, to: 4 },
        { field: "title", from: null, to: "Tagus" },
      ],
    },
  });
  expect(written).toEqual(wanted);
  expect(again.outcome).toBe("in-sync");
  expect(await stampOf(photo.sidecar())).toEqual(stamp);
  expect(await stampOf(photo.path)).toEqual(before);
  expect(await readdir(library.temp.path)).toEqual(["a.jpg", "a.jpg.xmp"]);
});

test("our own write is known to the catalog at once, and read again it changes nothing", async () => {
  await using library = await mirroredPhotos();
  const photo = await library.add("a.jpg");
  photo.tag("ferry");
  photo.enter("rating", 4);
  await photo.mirror();
  const [known] = xmpFilesOf(library.db, photo.id);

  expect(known).toMatchObject(await stampOf(photo.sidecar()));
  await photo.read();

  expect([photo.tags(), photo.rating()]).toEqual([["ferry"], 4]);
  expect(library.db.all("SELECT origin FROM photo_tag")).toEqual([{ origin: "user" }]);
  expect(library.db.get("SELECT rating FROM file_value")).toEqual({ rating: null });
});

test("undo takes back what was mirrored and read again, here and in the file, and so does redo", async () => {
  await using library = await mirroredPhotos();
  const photo = await library.add("a.jpg");
  await photo.write(packet(`<rdf:Description rdf:about="" xmp:Rating="2"/>`), "a.xmp");
  await photo.read(["a.xmp"]);
  photo.enter("rating", 4);
  photo.tag("ferry");
  await photo.mirror();
  await photo.read();

  undo(library.db);
  undo(library.db);
  const undone = [photo.rating(), photo.tags()];
  await photo.mirror();
  const file = await photo.xmp();
  redo(library.db);
  await photo.mirror();

  expect(undone).toEqual([2, []]);
  expect(file).toContain('xmp:Rating="2"');
  expect(file).not.toContain("ferry");
  expect(await photo.xmp()).toContain('xmp:Rating="4"');
});

test("a sidecar that is there is written, IMG.xmp as well as IMG.jpg.xmp, and RAW and JPEG share it", async () => {
  await using library = await mirroredPhotos();
  const pair = await library.add("IMG_1.jpg");
  await pair.write(keywordPacket(["ferry"]), "IMG_1.xmp");
  await pair.read(["IMG_1.xmp"]);
  pair.tag("boat");

  const { sidecarPath } = await pair.mirror();

  expect(sidecarPath).toBe(library.temp.at("IMG_1.xmp"));
  expect(await pair.xmp()).toMatch(/ferry[^]*boat/);
  expect((await readdir(library.temp.path)).sort()).toEqual(["IMG_1.jpg", "IMG_1.xmp"]);
});

test("a new sidecar is called as the user chose, unless it would be two photos'", async () => {
  await using library = await mirroredPhotos();
  saveSidecarName(library.db, "IMG.xmp");
  const names = ["alone.jpg", "both.jpg", "both.png", "old.jpg"];
  const photos = await Promise.all(names.map((name) => library.add(name)));
  await photos[3]!.write(keywordPacket([]));
  await photos[3]!.read();
  for (const photo of photos) photo.tag("ferry");

  for (const photo of photos) await photo.mirror();

  expect((await readdir(library.temp.path)).filter((name) => name.endsWith(".xmp")).sort()).toEqual(
    ["alone.xmp", "both.jpg.xmp", "both.png.xmp", "old.jpg.xmp"],
  );
});

test("what another program wrote meanwhile is taken over, as one change that can be undone", async () => {
  await using library = await mirroredPhotos();
  const photo = await library.add("a.jpg");
  photo.tag("ferry");
  photo.tag("boat");
  photo.enter("rating", 4);
  await photo.mirror();
  const theirs = (await photo.xmp())
    .replace('xmp:Rating="4"', 'xmp:Rating="1"')
    .replaceAll(/<rdf:li>boat<\/rdf:li>/g, "<rdf:li>tram</rdf:li>");
  await photo.write(theirs);
  photo.tag("Lisbon");

  const report = await photo.mirror();

  expect(report).toMatchObject({
    outcome: "merged",
    inSidecar: { addedTags: ["Lisbon"], removedTags: [] },
    inLibrary: {
      addedTags: ["tram"],
      removedTags: ["boat"],
      values: [{ field: "rating", from: 4, to: 1 }],
    },
  });
  expect([photo.tags(), photo.rating()]).toEqual([["ferry", "Lisbon", "tram"], 1]);
  expect((await photo.mirror()).outcome).toBe("in-sync");
  expect(undo(library.db).sentence).toBe("Took over what other programs wrote beside 1 photo");
  expect([photo.tags(), photo.rating()]).toEqual([["boat", "ferry", "Lisbon"], 4]);
});

test("a field that both changed stays as it is on either side, and everything else is merged", async () => {
  await using library = await mirroredPhotos();
  const photo = await library.add("a.jpg");
  photo.enter("rating", 3);
  photo.enter("title", "Tagus");
  await photo.mirror();
  await photo.write((await photo.xmp()).replace('xmp:Rating="3"', 'xmp:Rating="2"'));
  photo.enter("rating", 4);
  photo.enter("title", "Tejo");

  const report = await photo.mirror();
  const again = await photo.mirror();
  photo.enter("rating", 2);
  const settled = await photo.mirror();

  expect(report).toMatchObject({
    outcome: "conflict",
    conflicts: [{ field: "rating", inLibrary: 4, inSidecar: 2 }],
    inSidecar: { values: [{ field: "title", from: "Tagus", to: "Tejo" }] },
  });
  expect(again).toMatchObject({ outcome: "conflict", inSidecar: { values: [] } });
  expect(settled.outcome).toBe("in-sync");
});

test("a rating that was entered over the file's replaces it, unless the file's changed since", async () => {
  await using library = await mirroredPhotos();
  const [over, changed] = [await library.add("over.jpg"), await library.add("changed.jpg")];
  const rated = (stars: number) => packet(`<rdf:Description rdf:about="" xmp:Rating="${stars}"/>`);
  for (const photo of [over, changed]) {
    await photo.write(rated(2));
    await photo.read();
    photo.enter("rating", 4);
  }
  await changed.write(rated(5));
  await changed.read();

  expect((await over.mirror()).outcome).toBe("written");
  expect(await changed.mirror()).toMatchObject({
    outcome: "conflict",
    conflicts: [{ inLibrary: 4, inSidecar: 5 }],
  });
});

test("a tag that the user took away goes from the file, and a keyword that could not be read stays", async () => {
  await using library = await mirroredPhotos();
  const photo = await library.add("a.jpg");
  await photo.write(keywordPacket(["ferry", "boat"]));
  await photo.read();
  photo.tag("Lisbon");
  await photo.mirror();
  const whole = await photo.xmp();
  await photo.write("damaged");
  await photo.read();
  const lost = photo.tags();
  await photo.write(whole);
  photo.untag("Lisbon");

  const report = await photo.mirror();

  expect(lost).toEqual(["Lisbon"]);
  expect(report.inSidecar).toMatchObject({ addedTags: [], removedTags: ["Lisbon"] });
  expect(photo.tags()).toEqual(["boat", "ferry"]);
});

test("a sidecar that was deleted is written again, and nothing is taken away from the library", async () => {
  await using library = await mirroredPhotos();
  const photo = await library.add("a.jpg");
  photo.tag("ferry");
  photo.enter("rating", 4);
  await photo.mirror();
  await rm(photo.sidecar());

  const report = await photo.mirror();

  expect(report).toMatchObject({ outcome: "written", inLibrary: { removedTags: [], values: [] } });
  expect([photo.tags(), photo.rating()]).toEqual([["ferry"], 4]);
  expect(await photo.xmp()).toContain("ferry");
});

test("a file that a sync tool gave another time, or that has a time in the future, is the same file", async () => {
  await using library = await mirroredPhotos();
  const photo = await library.add("a.jpg");
  photo.tag("ferry");
  await photo.mirror();

  for (const year of [1999, 2199]) {
    await utimes(photo.sidecar(), new Date(`${year}-01-01`), new Date(`${year}-01-01`));
    expect((await photo.mirror()).outcome).toBe("in-sync");
  }
  expect(photo.tags()).toEqual(["ferry"]);
});

test("photos without a word of the user's get no sidecar, and a stranger's sidecar is left as it is", async () => {
  await using library = await mirroredPhotos();
  const [bare, described] = [await library.add("bare.jpg"), await library.add("described.jpg")];
  await described.write(keywordPacket(["ferry"], 'xmp:Rating="2"'));
  await described.read();
  const before = await described.xmp();

  const outcomes = [await bare.mirror(), await described.mirror()].map(({ outcome }) => outcome);

  expect(outcomes).toEqual(["in-sync", "in-sync"]);
  expect(await described.xmp()).toBe(before);
  expect((await readdir(library.temp.path)).includes("bare.jpg.xmp")).toBe(false);
});

test("a damaged sidecar, one that is no file, and a photo that is gone are named, and nothing changes", async () => {
  await using library = await mirroredPhotos();
  const [damaged, folder, gone] = [
    await library.add("damaged.jpg"),
    await library.add("folder.jpg"),
    await library.add("gone.jpg"),
  ];
  for (const photo of [damaged, folder, gone]) photo.tag("ferry");
  await damaged.write("<x:xmpmeta");
  await mkdir(folder.sidecar());
  await rm(gone.path);

  const reports = [await damaged.mirror(), await folder.mirror(), await gone.mirror()];

  expect(reports.map(({ outcome, reason }) => [outcome, reason?.code])).toEqual([
    ["failed", "sidecar-invalid"],
    ["failed", "sidecar-invalid"],
    ["failed", "file-missing"],
  ]);
  for (const { reason, path } of reports) expect(reason!.message).toContain(path);
  expect(await damaged.xmp()).toBe("<x:xmpmeta");
  expect((await readdir(library.temp.path)).includes("gone.jpg.xmp")).toBe(false);
  expect(library.db.all("SELECT * FROM mirror_state")).toEqual([]);
});

test.skipIf(process.platform === "win32")(
  "in a folder that is read-only nothing changes, neither there nor in the library (skipped on Windows, where folders are writable)",
  async () => {
    await using library = await mirroredPhotos();
    const photo = await library.add("a.jpg");
    photo.tag("ferry");
    await photo.mirror();
    await photo.write((await photo.xmp()).replaceAll("ferry", "tram"));
    const before = await photo.xmp();
    photo.tag("boat");
    await chmod(library.temp.path, 0o555);

    const report = await asSomebodyElse(() => photo.mirror());
    await chmod(library.temp.path, 0o755);

    expect(report).toMatchObject({ outcome: "read-only", reason: { code: "file-read-only" } });
    expect((await loadTeller("es")).say(report.reason!.told!)).toContain("es de solo lectura (E");
    expect(photo.tags()).toEqual(["boat", "ferry"]);
    expect(await photo.xmp()).toBe(before);
    expect((await photo.mirror()).outcome).toBe("merged");
    expect(photo.tags()).toEqual(["boat", "tram"]);
  },
);

test.skipIf(process.platform === "win32")(
  "a sidecar that its owner protected stays as it is (skipped on Windows)",
  async () => {
    await using library = await mirroredPhotos();
    const photo = await library.add("a.jpg");
    await photo.write(keywordPacket(["ferry"]));
    photo.tag("boat");
    await chmod(photo.sidecar(), 0o444);
    await chmod(library.temp.path, 0o777);

    const { outcome } = await asSomebodyElse(() => photo.mirror());

    expect(outcome).toBe("read-only");
    expect(await photo.xmp()).toBe(keywordPacket(["ferry"]).toString());
  },
);

test("a sidecar keeps its permissions", async () => {
  await using library = await mirroredPhotos();
  const photo = await library.add("a.jpg");
  await photo.write(keywordPacket([]));
  await chmod(photo.sidecar(), 0o600);
  photo.tag("ferry");

  await photo.mirror();

  expect((await lstat(photo.sidecar())).mode & 0o777).toBe(0o600);
});

test("two photos of one name in one folder have a sidecar each", async () => {
  await using library = await mirroredPhotos();
  const [jpeg, png] = [await library.add("a.jpg"), await library.add("a.png")];
  jpeg.tag("jpeg");
  png.tag("png");

  await jpeg.mirror();
  await png.mirror();

  expect([await jpeg.xmp(), await png.xmp()].map((xmp) => /<rdf:li>(\w+)/.exec(xmp)![1])).toEqual([
    "jpeg",
    "png",
  ]);
});

test("killed between the file and the catalog, it comes to the same end the next time", async () => {
  await using library = await mirroredPhotos();
  const photo = await library.add("a.jpg");
  for (const tag of ["ferry", "boat"]) photo.tag(tag);
  photo.enter("rating", 4);
  await photo.mirror();
  await photo.write(
    (await photo.xmp()).replaceAll("boat", "tram").replace('xmp:Rating="4"', 'xmp:Rating="1"'),
  );
  photo.tag("Lisbon");
  const tables = ["photo_tag", "user_value", "imported_tag", "mirror_state", "photo_file"];
  for (const table of tables)
    library.db.run(`CREATE TEMP TABLE old_${table} AS SELECT * FROM ${table}`);
  await photo.mirror();
  for (const table of tables) {
    library.db.run(`DELETE FROM ${table}`);
    library.db.run(`INSERT INTO ${table} SELECT * FROM old_${table}`);
  }

  const { outcome } = await photo.mirror();

  expect(outcome).toBe("merged");
  expect(photo.tags()).toEqual(["ferry", "Lisbon", "tram"]);
  expect(photo.entered()).toEqual({ rating: 1 });
  expect((await photo.mirror()).outcome).toBe("in-sync");
});

test("a draft that a killed program left behind goes, and one that is being written stays", async () => {
  await using library = await mirroredPhotos();
  const photo = await library.add("a.jpg");
  photo.tag("ferry");
  const draft = (digit: number) =>
    library.temp.at(`a.jpg.xmp.${String(digit).repeat(8)}-0000-4000-8000-000000000000.part`);
  for (const digit of [1, 2]) await writeFile(draft(digit), "half a si");
  await utimes(draft(1), 1_700_000_000, 1_700_000_000);

  await photo.mirror();

  expect((await readdir(library.temp.path)).sort()).toEqual([
    "a.jpg",
    "a.jpg.xmp",
    path.basename(draft(2)),
  ]);
});

test("a photo with more tags than are imported is refused, and its keywords stay", async () => {
  await using library = await mirroredPhotos();
  const photo = await library.add("a.jpg");
  await photo.write(keywordPacket(Array.from({ length: 600 }, (_, index) => `word ${index}`)));
  await photo.read();
  photo.tag("ferry");
  const before = await photo.xmp();

  const { outcome, reason } = await photo.mirror();

  expect([outcome, reason?.message]).toEqual([
    "failed",
    expect.stringMatching(/fewer than 500 tags for a\.jpg\.xmp but got 6\d\d/),
  ]);
  expect(await photo.xmp()).toBe(before);
});

test("a title that the user removed goes from the sidecar, and stays away while the photo's own file has one", async () => {
  await using library = await mirroredPhotos();
  const photo = await library.add("a.jpg");
  photo.enter("title", "Ferry");
  await photo.mirror();
  photo.enter("title", "");

  const removed = await photo.mirror();
  const again = await photo.mirror();
  await photo.read();

  expect(removed).toMatchObject({
    outcome: "written",
    inSidecar: { values: [{ field: "title", from: "Ferry", to: null }] },
  });
  expect(await photo.xmp()).not.toContain("dc:title");
  expect(again.outcome).toBe("in-sync");
  expect(photo.entered()).toEqual({ title: "" });
});
