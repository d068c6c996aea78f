import { expect, test } from "vitest";
import { mergeFields, type Sides } from "../../../../electron/engine/tags/mirror/merge-fields.ts";
import type { MirrorFields } from "../../../../electron/engine/tags/mirror/mirror-fields.ts";

const NOTHING: MirrorFields = {
  rating: null,
  title: null,
  caption: null,
  flag: null,
  colourLabel: null,
  turn: null,
  tags: [],
};

function merge({
  agreed = {},
  ours = {},
  theirs,
  removed = [],
}: {
  readonly agreed?: Sides["agreed"];
  readonly ours?: Partial<MirrorFields>;
  readonly theirs?: Partial<MirrorFields>;
  readonly removed?: readonly string[];
}) {
  return mergeFields({
    agreed,
    ours: { ...ours, removedTags: new Set(removed) },
    theirs: theirs && { ...NOTHING, ...theirs },
  });
}

test("of a single value, the side that changed it wins, whichever it is", () => {
  const agreed = { rating: 3 };

  expect(merge({ agreed, ours: { rating: 4 }, theirs: { rating: 3 } })).toMatchObject({
    sidecar: { rating: 4 },
    imports: {},
    conflicts: [],
  });
  expect(merge({ agreed, ours: { rating: 3 }, theirs: { rating: 4 } })).toMatchObject({
    sidecar: {},
    imports: { rating: 4 },
    conflicts: [],
  });
  expect(merge({ agreed, ours: { rating: 3 }, theirs: {} }).imports).toEqual({ rating: null });
});

test("a value that both changed in the same way is agreed, one that they changed differently is a conflict", () => {
  const agreed = { title: "Tagus" };

  const same = merge({ agreed, ours: { title: "Ferry" }, theirs: { title: " Ferry\n" } });
  const different = merge({ agreed, ours: { title: "Ferry" }, theirs: { title: "River" } });

  expect(same).toMatchObject({ sidecar: {}, imports: {}, conflicts: [] });
  expect(different).toMatchObject({
    sidecar: {},
    imports: {},
    conflicts: [{ field: "title", ours: "Ferry", theirs: "River" }],
  });
});

test("a value that was never agreed on is written where there is none, and else a conflict", () => {
  expect(merge({ ours: { rating: 4 }, theirs: {} }).sidecar).toEqual({ rating: 4 });
  expect(merge({ ours: { rating: 4 }, theirs: { rating: 2 } }).conflicts).toHaveLength(1);
});

test("what the user has no say in stays as the file has it", () => {
  const merged = merge({ theirs: { rating: 2, title: "theirs", tags: ["theirs"] } });

  expect(merged).toEqual({
    sidecar: {},
    imports: {},
    addedTags: [],
    removedTags: [],
    conflicts: [],
  });
});

test("tags that either side added are added, and tags that either side took away are taken away", () => {
  const merged = merge({
    agreed: { tags: ["both", "ours-gone", "theirs-gone"] },
    ours: { tags: ["both", "theirs-gone", "ours-new"] },
    removed: ["ours-gone"],
    theirs: { tags: ["Both", "ours-gone", "Theirs-new"] },
  });

  expect(merged.sidecar.tags).toEqual(["Both", "Theirs-new", "ours-new"]);
  expect(merged.addedTags).toEqual(["Theirs-new"]);
  expect(merged.removedTags).toEqual(["theirs-gone"]);
});

test("a tag that the catalog merely does not have is not taken away from the sidecar", () => {
  const merged = merge({
    agreed: { tags: ["a", "b"] },
    ours: { tags: ["a"] },
    theirs: { tags: ["a", "b"] },
  });

  expect(merged).toMatchObject({ sidecar: { tags: ["a", "b"] }, addedTags: ["b"] });
});

test("a tag that the user took away comes back when another program gives it anew", () => {
  const merged = merge({
    agreed: { tags: ["a"], removedTags: ["b"] },
    ours: { tags: ["a"] },
    removed: ["b"],
    theirs: { tags: ["a", "b"] },
  });

  expect(merged).toMatchObject({ sidecar: { tags: ["a", "b"] }, addedTags: ["b"] });
});

test("a tag that another program gave, and that the user took away as soon as it was read, stays away", () => {
  const merged = merge({
    agreed: { tags: ["a"], removedTags: [] },
    ours: { tags: ["a"] },
    removed: ["b"],
    theirs: { tags: ["a", "b"] },
  });

  expect(merged).toMatchObject({ sidecar: { tags: ["a"] }, addedTags: [], removedTags: [] });
});

test("a sidecar that is gone takes nothing away", () => {
  const merged = merge({
    agreed: { rating: 3, tags: ["a"] },
    ours: { rating: 3, tags: ["a"] },
  });

  expect(merged).toEqual({
    sidecar: { rating: 3, tags: ["a"] },
    imports: {},
    addedTags: [],
    removedTags: [],
    conflicts: [],
  });
});

test("a tag keeps the spelling of its file until the user gives it another one, which then holds on both sides", () => {
  const agreed = { tags: ["lisbon"], spelledTags: ["lisbon"] };
  const spelled = (ours: string, theirs: string, said: Sides["agreed"] = agreed) =>
    merge({ agreed: said, ours: { tags: [ours] }, theirs: { tags: [theirs] } }).sidecar.tags;

  expect(spelled("lisbon", "LISBON")).toEqual(["LISBON"]);
  expect(spelled("Lisbon", "lisbon")).toEqual(["Lisbon"]);
  expect(spelled("Lisbon", "LISBON")).toEqual(["Lisbon"]);
  expect(spelled("Lisbon", "LISBON", { tags: ["lisbon"] })).toEqual(["LISBON"]);
});
