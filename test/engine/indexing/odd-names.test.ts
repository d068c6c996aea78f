import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { listFailures } from "../../../electron/engine/catalog/failures.ts";
import { tagOf, testFolders, writePhotos } from "../../support/test-folders.ts";

const NFC = "Été à Zürich".normalize("NFC");
const NFD = NFC.normalize("NFD");

test.skipIf(process.platform === "win32")(
  "names with newlines, quotes, blanks at the end, backslashes and 255 bytes are names like any other",
  async () => {
    await using library = await testFolders();
    const root = library.temp.at("photos");
    const names = [
      "two\nlines.jpg",
      `"quoted" 'twice'.jpg`,
      "back\\slash.jpg",
      " blank .jpg",
      "100%_[1]*?.jpg",
      "📷.jpg",
      `${"é".repeat(125)}x.jpg`,
    ];
    await writePhotos(root, names);
    await using folders = library.open();
    const id = await library.addTagged(folders, root);
    const before = library.tags();

    await rename(root, library.temp.at("to"));
    await folders.relocate(id, library.temp.at("to"), { isForced: false });
    await folders.scan(id);

    expect(Buffer.byteLength(names.at(-1)!)).toBe(255);
    expect(before).toEqual(library.ownTags(root, names));
    expect(library.tags()).toEqual(library.ownTags(library.temp.at("to"), names));
  },
);

test("a disk that comes back with its accents taken apart has the same photos with the same tags", async () => {
  await using library = await testFolders();
  const root = library.temp.at("photos");
  await writePhotos(root, [`${NFC}/${NFC}.jpg`, `${NFC}.jpg`]);
  await using folders = library.open();
  const id = await library.addTagged(folders, root);

  // As after a copy by a system that writes NFD: other inodes, the same times.
  await rm(root, { recursive: true });
  await writeNormalised(root);
  await folders.scan(id);
  await folders.scan(id);

  expect(Object.values(library.tags())).toEqual([[tagOf(`${NFC}.jpg`)], [tagOf(`${NFC}.jpg`)]]);
  expect(library.db.get("SELECT count(*) AS n FROM photo")).toEqual({ n: 2 });
});

/** The files of the test above under their other names, with the bytes that they had. */
async function writeNormalised(root: string): Promise<void> {
  await writePhotos(root, [`${NFC}/${NFC}.jpg`, `${NFC}.jpg`]);
  await rename(path.join(root, NFC, `${NFC}.jpg`), path.join(root, NFC, `${NFD}.jpg`));
  await rename(path.join(root, `${NFC}.jpg`), path.join(root, `${NFD}.jpg`));
  await rename(path.join(root, NFC), path.join(root, NFD));
}

test("two files that differ only in how their accents are written keep their own tags", async () => {
  await using library = await testFolders();
  const root = library.temp.at("photos");
  await writePhotos(root, [`${NFC}.jpg`, `${NFD}.jpg`]);
  // A disk that takes them for one name has nothing to tell apart.
  const names = (await readdir(root)).sort();
  await using folders = library.open();

  const id = await library.addTagged(folders, root);
  await folders.scan(id);

  expect(
    Object.keys(library.tags())
      .map((name) => path.basename(name))
      .sort(),
  ).toEqual(names);
  expect(library.db.get("SELECT count(*) AS n FROM photo")).toEqual({ n: names.length });
});

test.for([
  ["a file", "IMG.JPG.jpg", "img.jpg.jpg"],
  ["a directory", "Trip/a.jpg", "trip/a.jpg"],
])("%s that is renamed only in its letter case keeps its tags", async ([, from, to]) => {
  await using library = await testFolders();
  const root = library.temp.at("photos");
  await writePhotos(root, [from!]);
  await using folders = library.open();
  const id = await library.addTagged(folders, root);

  const [oldTop, newTop] = [from!.split("/")[0]!, to!.split("/")[0]!];
  await rename(path.join(root, oldTop), path.join(root, newTop));
  await folders.scan(id);

  expect(library.tags()).toEqual({ [path.join(root, to!)]: [tagOf(from!)] });
  expect(library.db.get("SELECT count(*) AS n FROM photo")).toEqual({ n: 1 });
});

/** "caf\xe9.jpg", as a disk from a Latin-1 system has it. */
function latin1Path(root: string): Buffer {
  return Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([0xe9]), Buffer.from(".jpg")]);
}

// macOS and Windows keep names as text.
test.skipIf(process.platform !== "linux")(
  "a file whose name is no valid UTF-8 is shown with what is wrong, and is well once it is renamed",
  async () => {
    await using library = await testFolders();
    const root = library.temp.at("photos");
    await writePhotos(root, ["a.jpg"]);
    await writeFile(latin1Path(root), "the bytes of a café");
    await using folders = library.open();
    const { id } = await folders.add(root);

    await folders.scan(id);
    await folders.scan(id);
    const [failure, ...others] = listFailures(library.db);
    await rename(latin1Path(root), path.join(root, "café.jpg"));
    await folders.scan(id);

    expect(others).toEqual([]);
    expect(failure).toMatchObject({
      path: path.join(root, "caf\ufffd.jpg"),
      code: "name-invalid",
      why: { told: { key: "reading.name" } },
    });
    expect(failure!.message).toContain("rename the file");
    expect(listFailures(library.db)).toEqual([]);
    expect(Object.keys(library.tags())).toEqual([
      path.join(root, "a.jpg"),
      path.join(root, "café.jpg"),
    ]);
    expect(library.db.get("SELECT count(*) AS n FROM photo")).toEqual({ n: 2 });
  },
);

test.skipIf(process.platform !== "linux")(
  "a name that really holds the replacement character is a name like any other",
  async () => {
    await using library = await testFolders();
    const root = library.temp.at("photos");
    await writePhotos(root, ["odd\uFFFD.jpg"]);
    await using folders = library.open();

    await library.addTagged(folders, root);

    expect(listFailures(library.db)).toEqual([]);
    expect(library.tags()).toEqual(library.ownTags(root, ["odd\uFFFD.jpg"]));
  },
);

test("deep folders whose path is longer than 260 characters are followed", async () => {
  await using library = await testFolders();
  const root = library.temp.at("photos");
  const deep = Array.from({ length: 12 }, (_, level) => `level ${level} of a long path`).join("/");
  await mkdir(root);
  await writePhotos(root, [`${deep}/a.jpg`]);
  await using folders = library.open();

  await library.addTagged(folders, root);

  expect(path.join(root, deep, "a.jpg").length).toBeGreaterThan(260);
  expect(library.tags()).toEqual(library.ownTags(root, [`${deep}/a.jpg`]));
});
