import { expect, test } from "vitest";
import {
  compareRoots,
  type RootIdentity,
} from "../../../electron/engine/indexing/compare-roots.ts";

function root(path: string, keys: string[] = [], place?: RootIdentity["place"]): RootIdentity {
  return { path, keys, place };
}

test.for([
  ["/photos", "/photos", "same"],
  ["/photos/2023", "/photos", "inside"],
  ["/photos", "/photos/2023", "holds"],
  ["/photos", "/photos 2", "apart"],
] as const)("%s to %s by path: %s, also while both are offline", ([a, b, expected]) => {
  expect(compareRoots(root(a), root(b))).toBe(expected);
});

test("the same directory under another path is the same folder: another letter case, a bind mount", () => {
  const photos = root("/Photos", ["1:7", "1:2"]);

  expect(compareRoots(root("/photos", ["1:7", "1:2"]), photos)).toBe("same");
  expect(compareRoots(root("/mnt/bound/2023", ["1:9", "1:7", "1:3", "1:2"]), photos)).toBe(
    "inside",
  );
  expect(compareRoots(photos, root("/mnt/bound/2023", ["1:9", "1:7", "1:3", "1:2"]))).toBe("holds");
});

test("a part that is mounted elsewhere is inside by its place on the device", () => {
  const device = { volume: undefined, device: "1" };
  const photos = root("/home/photos", ["1:7", "1:2"], { ...device, path: "home/photos" });
  const part = root("/mnt/part", ["1:9", "5:1"], { ...device, path: "home/photos/2023" });
  const other = root("/mnt/other", ["1:8", "5:2"], { ...device, path: "home/photos 2" });
  const away = { ...part, place: { ...part.place!, device: "2" } };

  expect(compareRoots(part, photos)).toBe("inside");
  expect(compareRoots(photos, part)).toBe("holds");
  expect(compareRoots(other, photos)).toBe("apart");
  expect(compareRoots(away, photos)).toBe("apart");
});

test("two volumes of the same layout are apart", () => {
  const a = root("/mnt/a", ["1:2"], { volume: "uuid:A", device: "1", path: "photos" });
  const b = root("/mnt/b", ["2:2"], { volume: "uuid:B", device: "2", path: "photos" });

  expect(compareRoots(a, b)).toBe("apart");
});
