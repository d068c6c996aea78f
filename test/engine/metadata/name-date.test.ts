import { expect, test } from "vitest";
import { readNameDate } from "../../../electron/engine/metadata/name-date.ts";

const NOW = Date.parse("2026-01-01T00:00:00Z");

/** The wall time of an instant where this test runs. */
function here(instant: string): string {
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

test.each([
  ["IMG_20230514_121314.jpg", "2023-05-14T12:13:14"],
  ["IMG_20230514_121314_1.jpg", "2023-05-14T12:13:14"],
  ["IMG_20230514_121314123_HDR.jpg", "2023-05-14T12:13:14"],
  ["20230514_121314.heic", "2023-05-14T12:13:14"],
  ["20230514121314.jpg", "2023-05-14T12:13:14"],
  ["VID-20230514-121314.mp4", "2023-05-14T12:13:14"],
  ["2023-05-14 12.13.14.jpg", "2023-05-14T12:13:14"],
  ["2023-05-14 12.13.14-2.jpg", "2023-05-14T12:13:14"],
  ["2023-05-14T12:13:14.png", "2023-05-14T12:13:14"],
  ["Screenshot_20230514-121314_Maps.jpg", "2023-05-14T12:13:14"],
  ["Screenshot_2023-05-14-12-13-14-123_com.app.png", "2023-05-14T12:13:14"],
  ["Screenshot 2023-05-14 at 12.13.14.png", "2023-05-14T12:13:14"],
  ["Screen Shot 2023-05-14 at 1.13.14 PM.png", "2023-05-14T13:13:14"],
  ["Screen Shot 2023-05-14 at 12.13.14 AM.png", "2023-05-14T00:13:14"],
  ["WhatsApp Image 2023-05-14 at 12.13.14 (1).jpeg", "2023-05-14T12:13:14"],
  ["signal-2023-05-14-12-13-14-123.jpg", "2023-05-14T12:13:14"],
  ["photo_2023-05-14_12-13-14.jpg", "2023-05-14T12:13:14"],
  ["PXL_20230514_101314123.jpg", here("2023-05-14T10:13:14Z")],
  ["PXL_20230514_101314123.PORTRAIT.jpg", here("2023-05-14T10:13:14Z")],
  ["1684065787123.jpg", here("2023-05-14T12:03:07Z")],
  ["FB_IMG_1684065787123.jpg", here("2023-05-14T12:03:07Z")],
  ["IMG-20230514-WA0001.jpg", "2023-05-14"],
  ["2023-05-14 Lisbon 003.jpg", "2023-05-14"],
])("%s was taken at %s", (name, takenAt) => {
  expect(readNameDate(name, NOW)).toBe(takenAt);
});

test.each([
  ["a number of the camera", "DSC_0042.jpg"],
  ["eight digits that only look like a day", "20190214.jpg"],
  ["a day that is not in the calendar", "IMG_20230230_121314.jpg"],
  ["an hour that is not on the clock", "IMG_20230514_251314.jpg"],
  ["part of a longer number", "IMG_1202305141_121314.jpg"],
  ["a time before there were digital cameras", "IMG_19670514_121314.jpg"],
  ["a time that has not come yet", "IMG_20310514_121314.jpg"],
  ["an instant that has not come yet", "1984065787123.jpg"],
  ["a month without a day", "2023-05.jpg"],
  ["nothing", "beach.jpg"],
])("%s is no date: %s", (_what, name) => {
  expect(readNameDate(name, NOW)).toBeUndefined();
});
