import { IntlMessageFormat } from "intl-messageformat";
import { expect, test } from "vitest";
import { en } from "../../../renderer/src/messages/en.ts";
import {
  formatBytes,
  formatDuration,
  formatExposure,
  formatOffset,
  formatPlace,
  formatSectionKey,
  formatTakenAt,
  formatTakenDay,
} from "../../../renderer/src/messages/format.ts";
import { say } from "../../../renderer/src/messages/say.ts";

test("an offset is told in hours, and minutes where there are some", () => {
  const times = ["+02:00", "-03:30", "+00:00", ""].map((offset) => `2023-05-14T18:03:07${offset}`);

  expect([...times, "2023-05-14"].map(formatOffset)).toEqual([
    "UTC+2",
    "UTC−3:30",
    "UTC+0",
    "",
    "",
  ]);
});

test("every message is valid", () => {
  for (const text of Object.values(en)) {
    expect(
      () => new IntlMessageFormat(text, "en", undefined, { ignoreTag: true }),
      text,
    ).not.toThrow();
  }
});

test("no message shouts or asks for pardon", () => {
  for (const text of Object.values(en)) expect(text).not.toMatch(/!|\b(please|sorry|oops|must)\b/i);
});

test("a length is read as on a player, and nothing that plays takes no time", () => {
  expect([0.2, 1.99, 5, 75, 3599.7, 3723].map(formatDuration)).toEqual([
    "0:01",
    "0:01",
    "0:05",
    "1:15",
    "59:59",
    "1:02:03",
  ]);
});

test("counts have a plural and a thousands separator", () => {
  expect(say("grid.section-count", { count: 1 })).toBe("1 photo");
  expect(say("grid.section-count", { count: 12_410 })).toBe("12,410 photos");
});

test("one photo that is missing or could not be shown is spoken of as one", () => {
  expect(say("care.missing.text", { count: 1 })).toBe(
    "Its tags are kept. Add the folder that holds it now, and it is recognised by what is in it.",
  );
  expect(say("care.missing.text", { count: 2 })).toMatch(/^Their tags are kept/);
  expect(say("care.failed.text", { count: 1 })).toMatch(/^It keeps its tags/);
});

test("of examples only the sides that there are are told", () => {
  expect(say("similar.announce.refined", { more: 2, less: 0, count: 1 })).toBe("2 more. 1 photo.");
  expect(say("similar.announce.refined", { more: 2, less: 1, count: 0 })).toBe(
    "2 more, 1 less. No photos.",
  );
});

test("names with angle brackets and quotes stay as they are", () => {
  expect(say("similar.title", { name: "<b>'x'</b>.jpg" })).toBe("Similar to <b>'x'</b>.jpg");
});

test("capture times are shown as the camera's clock said, whatever the offset", () => {
  expect(formatTakenAt("2023-05-14T18:03:07+09:00")).toBe("May 14, 2023, 18:03");
  expect(formatTakenAt("2023-05-14T18:03:07")).toBe("May 14, 2023, 18:03");
  expect(formatTakenAt("2023-05-14")).toBe("May 14, 2023");
  expect(formatTakenDay("2023-01-01T00:10:00")).toBe("Jan 1, 2023");
});

test("sections are called by month or day", () => {
  expect(formatSectionKey("2023-05")).toBe("May 2023");
  expect(formatSectionKey("2023-05-14")).toBe("May 14, 2023");
  expect(formatSectionKey("")).toBeUndefined();
});

test("sizes, exposures and places read as photographers write them", () => {
  expect([0, 900, 8_412_233, 3_100_000_000].map(formatBytes)).toEqual([
    "0 bytes",
    "900 bytes",
    "8.4 MB",
    "3.1 GB",
  ]);
  expect([1 / 250, 0.5, 30].map(formatExposure)).toEqual([
    "1/250\u00a0s",
    "0.5\u00a0s",
    "30\u00a0s",
  ]);
  expect(formatPlace(-33.8568, 151.2153)).toBe("33.85680° S, 151.21530° E");
});
