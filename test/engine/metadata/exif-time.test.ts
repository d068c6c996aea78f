import { expect, test } from "vitest";
import { toTakenAt } from "../../../electron/engine/metadata/exif-time.ts";

test.each([
  ["2023:05:14 18:03:07", undefined, "2023-05-14T18:03:07"],
  ["2023:05:14 18:03:07\0", "+02:00\0", "2023-05-14T18:03:07+02:00"],
  ["2022:03:31 11:31:56\0\0", undefined, "2022-03-31T11:31:56"],
  ["2023-05-14T18:03:07", "Z", "2023-05-14T18:03:07+00:00"],
  ["2023:05:14 18:03", "nonsense", "2023-05-14T18:03:00"],
  ["1888:10:14 12:00:00", undefined, "1888-10-14T12:00:00"],
])("%j with the offset %j was taken at %s", (date, offset, takenAt) => {
  expect(toTakenAt(date, offset)).toBe(takenAt);
});

test.each([
  "0000:00:00 00:00:00",
  "    :  :     :  :  ",
  "2023:13:01 00:00:00",
  "2023:04:31 00:00:00",
  "2023:05:14 25:00:00",
  "0001:01:01 00:00:00",
  "",
  undefined,
])("%j is no time at all", (date) => {
  expect(toTakenAt(date, "+02:00")).toBeUndefined();
});
