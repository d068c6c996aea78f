import { expect, test } from "vitest";
import type { Album } from "../../../electron/contract/album.ts";
import type { Folder } from "../../../electron/contract/folder.ts";
import type { LabelSuggestion } from "../../../electron/contract/label.ts";
import {
  labelText,
  suggest,
  withoutLastWord,
  withoutUnfinished,
} from "../../../renderer/src/search/suggest.ts";

function label(word: string, more: Partial<LabelSuggestion> = {}): LabelSuggestion {
  return { word, term: word, family: null, count: 7, ...more };
}

const sources = {
  tags: [{ tag: "Lisbon", count: 12 }],
  folders: [{ id: 1, path: "/home/ada/Lisbon 2023", state: "watching", photoCount: 40 } as Folder],
  labels: [label("list")],
};

test("the last word is completed by labels, tags and folders", () => {
  expect(suggest("beach lis", sources).map(({ kind, name, count }) => [kind, name, count])).toEqual(
    [
      ["label", "list", 7],
      ["tag", "Lisbon", 12],
      ["folder", "Lisbon 2023", 40],
      ["name", "lis", undefined],
    ],
  );
});

test("an album is completed by any part of its name", () => {
  const albums = [{ name: "Trips/Lisbon", count: 3 } as Album, { name: "Best", count: 4 } as Album];

  expect(suggest("album:lis", { ...sources, albums })).toEqual([
    {
      kind: "album",
      name: "Trips/Lisbon",
      count: 3,
      term: { isNegated: false, field: "album", value: "Trips/Lisbon" },
    },
  ]);
});

test("cameras and lenses are completed by any part of their names, and chosen by the whole name", () => {
  const names = {
    cameras: [{ name: "Canon EOS R5", count: 30 }],
    lenses: [{ name: "RF 50mm F1.2 L USM", count: 9 }],
  };

  expect(suggest("eos", { ...sources, labels: [], names })).toMatchObject([
    { kind: "camera", name: "Canon EOS R5", count: 30, term: { value: "=Canon EOS R5" } },
    { kind: "name" },
  ]);
  expect(suggest("-lens:50", { ...sources, names })).toEqual([
    {
      kind: "lens",
      name: "RF 50mm F1.2 L USM",
      count: 9,
      term: { isNegated: true, field: "lens", value: "=RF 50mm F1.2 L USM" },
    },
  ]);
});

test("the last row looks for what is typed in names alone, and has no count", () => {
  const last = suggest("beach lis", sources).at(-1);

  expect(last).toEqual({
    kind: "name",
    name: "lis",
    term: { isNegated: false, field: "name", value: "lis" },
  });
  expect(suggest("tag:lis", sources).map(({ kind }) => kind)).not.toContain("name");
});

test("a field narrows the kind", () => {
  expect(suggest("tag:lis", sources).map(({ kind }) => kind)).toEqual(["tag"]);
  expect(suggest("label:", sources).map(({ name }) => name)).toEqual(["list"]);
});

test("the senses of a word are told apart by a wider word, and each is searched by its own term", () => {
  const labels = [
    label("crane", { family: "bird" }),
    label("crane", { family: "machine", term: '"crane (machine)"' }),
  ];

  expect(
    suggest("label:cra", { ...sources, labels }).map(({ detail, term }) => [detail, term.value]),
  ).toEqual([
    ["bird", "crane"],
    ["machine", "crane (machine)"],
  ]);
});

test("a minus in front of what is typed stays in front of what completes it", () => {
  expect(suggest("beach -label:li", sources)[0]?.term.isNegated).toBe(true);
  expect(suggest("beach -lis", sources)[0]?.term.isNegated).toBe(true);
  expect(suggest("label:li", sources)[0]?.term.isNegated).toBe(false);
});

test("labels complete a word of their own and bare words, but no other term and no confidence", () => {
  const asked = ["label:", "label:do", "-label:do", 'label:"golden re', "beach do", "(label:do"];

  expect(asked.map(labelText)).toEqual(["", "do", "do", "golden re", "do", "do"]);
  expect(["tag:do", "d", "", "label:dog>0.8", "rating:>3"].map(labelText)).toEqual(
    Array(5).fill(undefined),
  );
});

test("a field with a few values of its own is completed by all of them, as far as they go on like what was typed", () => {
  const names = (text: string) => suggest(text, sources).map(({ name }) => name);

  expect(names("is:")).toContain("is:rejected");
  expect(names("is:un")).toEqual(["is:untagged", "is:unwritten"]);
  expect(names("beach rating:")).toEqual(
    ["5", ">=4", ">=3", ">=2", ">=1", "0"].map((stars) => `rating:${stars}`),
  );
  expect(suggest("-flag:p", sources)).toEqual([
    {
      kind: "value",
      name: "flag:pick",
      term: { isNegated: true, field: "flag", value: "pick" },
    },
  ]);
  expect(names("iso:")).toEqual([]);
});

test("a word that says what a photo is leads to how that is asked for", () => {
  const rows = suggest("untag", { ...sources, labels: [] });

  expect(rows.map(({ kind, name }) => [kind, name])).toEqual([
    ["value", "is:untagged"],
    ["name", "untag"],
  ]);
});

test("one letter says too little", () => {
  expect(suggest("l", sources)).toEqual([]);
  expect(suggest("", sources)).toEqual([]);
});

test("a suggestion stands for its whole path", () => {
  expect(suggest("folder:lisbon", sources)[0]?.term).toEqual({
    isNegated: false,
    field: "folder",
    value: "/home/ada/Lisbon 2023",
  });
});

test("what is completed leaves the text", () => {
  expect(withoutLastWord("beach lis")).toBe("beach ");
  expect(withoutLastWord('beach tag:"New Y')).toBe("beach ");
  expect(withoutLastWord("(label:cat OR label:do")).toBe("(label:cat OR ");
});

test("a label that is still being typed does not search yet", () => {
  expect(withoutUnfinished("beach label:d")).toBe("beach ");
  expect(withoutUnfinished("-label:d")).toBe("");
  for (const text of ["label:dog ", "beach do", "tag:lis", "label:cat OR label:d"]) {
    expect(withoutUnfinished(text)).toBe(text);
  }
});

test("a value that is still being typed is no mistake yet, and one that is complete or none is searched for", () => {
  expect(["beach is:", "is:un", "-flag:p", "rating:>"].map(withoutUnfinished)).toEqual([
    "beach ",
    "",
    "",
    "",
  ]);
  for (const text of ["is:untagged", "is:nothing", "rating:>=6", "rating:3", "iso:"]) {
    expect(withoutUnfinished(text)).toBe(text);
  }
});

test("folders of one name say what they are in, and are found by that as well", () => {
  const folders = ["/photos/2019/Trip", "/photos/2021/Trip", "/photos/Triplets"].map(
    (path, at) => ({ id: at, path, photoCount: at }) as Folder,
  );
  const offered = (text: string): unknown =>
    suggest(text, { ...sources, folders }).map(({ name, detail, term }) => [
      name,
      detail,
      term.value,
    ]);

  expect(offered("folder:trip")).toEqual([
    ["Trip", "2019", "/photos/2019/Trip"],
    ["Trip", "2021", "/photos/2021/Trip"],
    ["Triplets", undefined, "/photos/Triplets"],
  ]);
  expect(offered("folder:2021")).toEqual([["Trip", "2021", "/photos/2021/Trip"]]);
});
