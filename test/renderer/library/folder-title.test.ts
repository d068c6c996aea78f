import { expect, test } from "vitest";
import { folderTitle } from "../../../renderer/src/library/folder-title.ts";

function titles(paths: readonly string[]): readonly string[] {
  return paths.map((path) => folderTitle(path, paths));
}

test("a folder whose name is its own is called by it alone", () => {
  expect(titles(["/photos/2019/Trip", "/photos/2021/Home", "/"])).toEqual(["Trip", "Home", "/"]);
});

test("folders of one name are told apart by the folder above, others keep their name", () => {
  expect(titles(["/photos/2019/Trip", "/photos/2021/Trip", "/photos/Home"])).toEqual([
    "Trip — 2019",
    "Trip — 2021",
    "Home",
  ]);
});

test("where the folder above is called the same as well, the way goes on up", () => {
  expect(titles(["/2019/Iceland/Trip", "/2021/Iceland/Trip", "/2021/Norway/Trip"])).toEqual([
    "Trip — 2019/Iceland",
    "Trip — 2021/Iceland",
    "Trip — Norway",
  ]);
});

test("a folder whose whole way is the end of another's says where it begins", () => {
  expect(titles(["/Trip", "/2019/Trip", "/backup/2019/Trip"])).toEqual([
    "Trip — /",
    "Trip — /2019/",
    "Trip — backup/2019",
  ]);
});

test("ways of Windows are told apart in its own notation", () => {
  expect(titles(["C:\\2019\\Trip\\", "D:\\2019\\Trip", "D:\\2021\\Trip"])).toEqual([
    "Trip — C:\\2019",
    "Trip — D:\\2019",
    "Trip — 2021",
  ]);
});

test("a folder that is not among them, or twice, is told apart from the others all the same", () => {
  const all = ["/2019/Trip", "/2019/Trip/"];

  expect(folderTitle("/2021/Trip", all)).toBe("Trip — 2021");
  expect(titles(all)).toEqual(["Trip", "Trip"]);
});
