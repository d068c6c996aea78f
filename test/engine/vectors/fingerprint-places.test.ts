import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { FingerprintPlaces } from "../../../electron/engine/vectors/fingerprint-places.ts";

const sha = (index: number) => createHash("sha256").update(String(index)).digest("hex");

test.each([0, 1, 2, 3, 1000, 4096])("of %i fingerprints all are in it, and no others", (count) => {
  const inside = Array.from({ length: count }, (_, index) => sha(index));
  const set = new FingerprintPlaces(inside);

  expect(inside.filter((fingerprint) => !set.has(fingerprint))).toEqual([]);
  expect([sha(-1), sha(count), ""].filter((fingerprint) => set.has(fingerprint))).toEqual([]);
});

test("fingerprints that end alike are told apart", () => {
  const set = new FingerprintPlaces(["a00000000", "b00000000", "a00000000"]);

  const found = ["a00000000", "b00000000", "c00000000"].map((fingerprint) => set.has(fingerprint));

  expect(found).toEqual([true, true, false]);
});
