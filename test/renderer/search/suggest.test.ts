import { expect, test } from "vitest";
import type { Folder } from "../../../electron/contract/folder.ts";
import { suggest, withoutLastWord } from "../../../renderer/src/search/suggest.ts";

const sources = {
  tags: [{ tag: "Lisbon", count: 12 }],
  folders: [{ id: 1, path: "/home/ada/Lisbon 2023", state: "watching", photoCount: 40 } as Folder],
  labels: ["lion", "list"],
};

test("the last word is completed by labels, tags and folders", () => {
  expect(suggest("beach lis", sources).map(({ kind, name, count }) => [kind, name, count])).toEqual(
    [
      ["label", "list", undefined],
      ["tag", "Lisbon", 12],
      ["folder", "Lisbon 2023", 40],
    ],
  );
});

test("a field narrows the kind", () => {
  expect(suggest("tag:lis", sources).map(({ kind }) => kind)).toEqual(["tag"]);
  expect(suggest("label:", sources).map(({ name }) => name)).toEqual(["lion", "list"]);
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
});
