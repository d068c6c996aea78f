import { expect, test } from "vitest";
import { groupFiles } from "../../../electron/engine/indexing/group-files.ts";
import { planPhotos, type EntryFiles } from "../../../electron/engine/indexing/plan-photos.ts";
import type { FoundFile } from "../../../electron/engine/watching/read-directory.ts";

/** A file whose inode and bytes are told by one word; the same word is the same file. */
function file(name: string, bytes = name): FoundFile {
  const number = Buffer.from(bytes).reduce((sum, byte) => sum * 31 + byte, 7);
  return { name, sizeBytes: 1000 + (number % 1000), modifiedAtUs: number, fileKey: `1:${bytes}` };
}

/** An entry that shows the first file; the others are its companions. */
function entry(main: FoundFile, ...others: FoundFile[]): EntryFiles {
  const [group] = groupFiles([main, ...others]);
  return { ...main, missingSinceMs: null, companions: group!.companions };
}

/** The parts of a plan that say what became of entries. */
function plan(
  entries: readonly EntryFiles[],
  files: readonly FoundFile[],
  isMoved?: (file: FoundFile) => boolean,
) {
  const { promoted, joined, added, gone, regrouped, moved, changed } = planPhotos(
    entries,
    groupFiles(files),
    isMoved,
  );
  return {
    promoted: promoted.map((one) => `${one.entry.name} → ${one.file.name}`),
    joined: joined.map((one) => `${one.entry.name} → ${one.to.name}`),
    moved: moved.map((one) => `${one.entry.name} → ${one.file.name}`),
    changed: changed.map((one) => one.entry.name),
    added: added.map(({ name }) => name),
    gone: gone.map(({ name }) => name),
    regrouped: regrouped.map(({ main }) => main.name),
  };
}

const nothing = {
  promoted: [],
  joined: [],
  moved: [],
  changed: [],
  added: [],
  gone: [],
  regrouped: [],
};
const jpeg = file("IMG.JPG");
const raw = file("IMG.CR2");
const film = file("IMG.MOV");

test("a pair that stays as it was needs nothing", () => {
  expect(plan([entry(jpeg, raw)], [raw, jpeg])).toEqual(nothing);
});

test("a new pair is one photo", () => {
  expect(plan([], [jpeg, raw])).toEqual({ ...nothing, added: ["IMG.JPG"], regrouped: ["IMG.JPG"] });
});

test("a JPEG that comes to a RAW takes over its entry", () => {
  expect(plan([entry(raw)], [raw, jpeg])).toEqual({
    ...nothing,
    promoted: ["IMG.CR2 → IMG.JPG"],
    regrouped: ["IMG.JPG"],
  });
});

test("a RAW that comes to a JPEG is its companion", () => {
  expect(plan([entry(jpeg)], [raw, jpeg])).toEqual({ ...nothing, regrouped: ["IMG.JPG"] });
});

test("when the JPEG goes the entry goes over to the RAW", () => {
  expect(plan([entry(jpeg, raw)], [raw])).toEqual({
    ...nothing,
    promoted: ["IMG.JPG → IMG.CR2"],
    regrouped: ["IMG.CR2"],
  });
});

test("when both come back after the entry was missing, or one of them, it is theirs", () => {
  const missing = { ...entry(jpeg, raw), missingSinceMs: 5 };

  expect(plan([missing], [raw])).toMatchObject({ promoted: ["IMG.JPG → IMG.CR2"], added: [] });
  expect(plan([missing], [raw, jpeg])).toEqual(nothing);
});

test("a JPEG that is called otherwise keeps its entry, and the RAW it left behind is another photo", () => {
  expect(plan([entry(jpeg, raw)], [raw, file("Best.JPG", "IMG.JPG")])).toEqual({
    ...nothing,
    moved: ["IMG.JPG → Best.JPG"],
    added: ["IMG.CR2"],
    regrouped: ["Best.JPG"],
  });
});

test("a pair that is called otherwise together stays a pair", () => {
  const renamed = [file("Best.JPG", "IMG.JPG"), file("Best.CR2", "IMG.CR2")];

  expect(plan([entry(jpeg, raw)], renamed)).toEqual({
    ...nothing,
    moved: ["IMG.JPG → Best.JPG"],
    regrouped: ["Best.JPG"],
  });
});

test("two entries that turn out to be one photo are joined", () => {
  expect(plan([entry(jpeg), entry(raw)], [jpeg, raw])).toEqual({
    ...nothing,
    joined: ["IMG.CR2 → IMG.JPG"],
    regrouped: ["IMG.JPG"],
  });
});

test("a JPEG that came from elsewhere with its entry joins the RAW's entry to its own", () => {
  expect(plan([entry(raw)], [jpeg, raw], ({ name }) => name === "IMG.JPG")).toEqual({
    ...nothing,
    joined: ["IMG.CR2 → IMG.JPG"],
    added: ["IMG.JPG"],
    regrouped: ["IMG.JPG"],
  });
});

test("a film does not inherit the photo that it was beside", () => {
  expect(plan([entry(jpeg, film)], [film])).toEqual({
    ...nothing,
    added: ["IMG.MOV"],
    gone: ["IMG.JPG"],
  });
});

test("another file under the RAW's old name is not the photo", () => {
  expect(plan([{ ...entry(jpeg, raw), missingSinceMs: 5 }], [file("IMG.CR2", "new")])).toEqual({
    ...nothing,
    added: ["IMG.CR2"],
  });
});

test("a sidecar that came, changed or went is noticed and nothing else is", () => {
  const sidecar = file("IMG.xmp");

  expect(plan([entry(jpeg)], [jpeg, sidecar])).toEqual({ ...nothing, regrouped: ["IMG.JPG"] });
  expect(plan([entry(jpeg, sidecar)], [jpeg, sidecar])).toEqual(nothing);
  expect(plan([entry(jpeg, sidecar)], [jpeg, file("IMG.xmp", "edited")])).toEqual({
    ...nothing,
    regrouped: ["IMG.JPG"],
  });
  expect(plan([entry(jpeg, sidecar)], [jpeg])).toEqual({ ...nothing, regrouped: ["IMG.JPG"] });
});

test("when nothing of a photo is left it is gone, once", () => {
  expect(plan([entry(jpeg, raw)], [])).toEqual({ ...nothing, gone: ["IMG.JPG"] });
});
