import { expect, test } from "vitest";
import { planDirectory, type Entry } from "../../../electron/engine/indexing/plan-directory.ts";

interface Sketch {
  inode?: number;
  size?: number;
  time?: number;
  missing?: boolean;
}

function file(name: string, { inode = 1, size = 10, time = 100 }: Sketch = {}) {
  return { name, sizeBytes: size, modifiedAtUs: time, fileKey: `1:${inode}` };
}

function entry(name: string, sketch: Sketch = {}): Entry & { id: string } {
  return { ...file(name, sketch), id: `entry ${name}`, missingSinceMs: sketch.missing ? 5 : null };
}

/** The plan in words: entry → file. */
function words(
  entries: readonly (Entry & { id: string })[],
  files: readonly ReturnType<typeof file>[],
) {
  const plan = planDirectory(entries, files);
  const pairs = (some: readonly { entry: { id: string }; file: { name: string } }[]) =>
    some.map(({ entry: { id }, file: { name } }) => `${id} → ${name}`);
  const all = {
    moved: pairs(plan.moved),
    changed: pairs(plan.changed),
    returned: pairs(plan.returned),
    restamped: pairs(plan.restamped),
    added: plan.added.map(({ name }) => name),
    gone: plan.gone.map(({ id }) => id),
    unchanged: plan.unchanged,
  };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) =>
      Array.isArray(value) ? value.length > 0 : value > 0,
    ),
  );
}

test("same path, size and time is unchanged", () => {
  expect(words([entry("a.jpg")], [file("a.jpg")])).toEqual({ unchanged: 1 });
});

test("the same file under another inode number is unchanged and learns the number", () => {
  expect(words([entry("a.jpg")], [file("a.jpg", { inode: 2 })])).toEqual({
    restamped: ["entry a.jpg → a.jpg"],
  });
});

test("a new file is added and a vanished one is gone", () => {
  expect(words([entry("a.jpg")], [file("b.jpg", { inode: 2 })])).toEqual({
    added: ["b.jpg"],
    gone: ["entry a.jpg"],
  });
});

test("the same inode, size and time under another name is a rename", () => {
  expect(words([entry("a.jpg")], [file("b.jpg")])).toEqual({ moved: ["entry a.jpg → b.jpg"] });
});

test("the same inode alone is no rename, because systems hand inodes out again", () => {
  expect(words([entry("a.jpg")], [file("b.jpg", { size: 11 })])).toEqual({
    added: ["b.jpg"],
    gone: ["entry a.jpg"],
  });
});

test("an editor's delete-and-recreate is a change of the same entry", () => {
  expect(words([entry("a.jpg")], [file("a.jpg", { inode: 2, time: 200 })])).toEqual({
    changed: ["entry a.jpg → a.jpg"],
  });
});

test("two files that swap names keep their own entries", () => {
  const a = entry("a.jpg", { inode: 1, size: 10 });
  const b = entry("b.jpg", { inode: 2, size: 20 });

  expect(
    words([a, b], [file("a.jpg", { inode: 2, size: 20 }), file("b.jpg", { inode: 1, size: 10 })]),
  ).toEqual({
    moved: ["entry b.jpg → a.jpg", "entry a.jpg → b.jpg"],
  });
});

test("a file moved over another keeps its entry, and the one it replaced is gone", () => {
  const a = entry("a.jpg", { inode: 1, size: 10 });
  const b = entry("b.jpg", { inode: 2, size: 20 });

  expect(words([a, b], [file("b.jpg", { inode: 1, size: 10 })])).toEqual({
    moved: ["entry a.jpg → b.jpg"],
    gone: ["entry b.jpg"],
  });
});

test("a rename whose old name is taken by a new file is a rename and an addition", () => {
  expect(words([entry("a.jpg")], [file("b.jpg"), file("a.jpg", { inode: 2, size: 30 })])).toEqual({
    moved: ["entry a.jpg → b.jpg"],
    added: ["a.jpg"],
  });
});

test("a missing file that is back unchanged is the same entry", () => {
  expect(words([entry("a.jpg", { missing: true })], [file("a.jpg")])).toEqual({
    returned: ["entry a.jpg → a.jpg"],
  });
});

test("a missing file that stays away is no news", () => {
  expect(words([entry("a.jpg", { missing: true })], [])).toEqual({});
});

test("a name that a missing entry remembers belongs to the file that has it now", () => {
  const remembered = entry("a.jpg", { missing: true, inode: 7, size: 70 });
  const present = entry("a.jpg", { inode: 1 });

  expect(words([remembered, present], [file("a.jpg")])).toEqual({ unchanged: 1 });
  expect(words([present, remembered], [file("a.jpg")])).toEqual({ unchanged: 1 });
});
