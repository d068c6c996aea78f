import { expect, test } from "vitest";
import { parseByteRange, type ByteRange } from "../../electron/media/byte-range.ts";

const whole: ByteRange = { kind: "whole" };
const unsatisfiable: ByteRange = { kind: "unsatisfiable" };

function part(first: number, last: number): ByteRange {
  return { kind: "part", first, last };
}

test.each<[string | null, number, ByteRange]>([
  [null, 100, whole],
  ["", 100, whole],
  ["bytes=0-", 100, part(0, 99)],
  ["bytes=0-0", 100, part(0, 0)],
  ["bytes=0-99", 100, part(0, 99)],
  ["bytes=0-100", 100, part(0, 99)],
  ["bytes=10-19", 100, part(10, 19)],
  ["bytes=99-", 100, part(99, 99)],
  ["bytes=50-99999999999999999999", 100, part(50, 99)],
  ["BYTES= 1-2 ", 100, part(1, 2)],
  ["bytes=-1", 100, part(99, 99)],
  ["bytes=-100", 100, part(0, 99)],
  ["bytes=-500", 100, part(0, 99)],
  ["bytes=-0", 100, unsatisfiable],
  ["bytes=100-", 100, unsatisfiable],
  ["bytes=100-200", 100, unsatisfiable],
  ["bytes=99999999999999999999-", 100, unsatisfiable],
  ["bytes=0-", 0, unsatisfiable],
  ["bytes=-5", 0, unsatisfiable],
  ["bytes=20-10", 100, whole],
  ["bytes=200-100", 100, whole],
  ["bytes=-", 100, whole],
  ["bytes=", 100, whole],
  ["bytes=a-b", 100, whole],
  ["bytes=1.5-3", 100, whole],
  ["bytes=--1", 100, whole],
  ["bytes=0-1,5-6", 100, whole],
  ["pages=1-2", 100, whole],
])("%j of %i bytes", (header, sizeBytes, expected) => {
  expect(parseByteRange(header, sizeBytes)).toEqual(expected);
});

test("a range never reaches outside the file and is never empty", () => {
  for (let size = 0; size <= 6; size++) {
    for (let first = 0; first <= 8; first++) {
      for (let last = 0; last <= 8; last++) {
        for (const header of [`bytes=${first}-${last}`, `bytes=${first}-`, `bytes=-${last}`]) {
          const range = parseByteRange(header, size);
          if (range.kind !== "part") continue;
          expect(range.first).toBeGreaterThanOrEqual(0);
          expect(range.last).toBeGreaterThanOrEqual(range.first);
          expect(range.last).toBeLessThan(size);
        }
      }
    }
  }
});
