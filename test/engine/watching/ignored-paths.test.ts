import { expect, test } from "vitest";
import {
  assertIgnorePatterns,
  createIsIgnored,
} from "../../../electron/engine/watching/ignored-paths.ts";

test.for([
  [".hidden.jpg", false],
  ["trip/.thumbnails", true],
  ["@eaDir", true],
  ["#recycle", true],
  ["$RECYCLE.BIN", true],
  ["System Volume Information", true],
  ["web/node_modules", true],
] as const)("%s is never looked at, whatever the user's patterns say", ([name, isDirectory]) => {
  expect(createIsIgnored({})(name, isDirectory)).toBe(true);
  expect(createIsIgnored({ patterns: [`!${name}`] })(name, isDirectory)).toBe(true);
});

test("patterns mean what they mean in a .gitignore file, without regard to case", () => {
  const isIgnored = createIsIgnored({
    patterns: ["exports/", "*.small.jpg", "!keep.small.jpg", "/top.jpg", "raw/**/old"],
  });

  expect(isIgnored("2023/Exports", true)).toBe(true);
  expect(isIgnored("2023/exports", false)).toBe(false);
  expect(isIgnored("2023/a.SMALL.jpg", false)).toBe(true);
  expect(isIgnored("2023/keep.small.jpg", false)).toBe(false);
  expect(isIgnored("top.jpg", false)).toBe(true);
  expect(isIgnored("2023/top.jpg", false)).toBe(false);
  expect(isIgnored("raw/2020/05/old", true)).toBe(true);
  expect(isIgnored("2023/a.jpg", false)).toBe(false);
});

test("what is in a directory that is left out cannot be brought back, as with git", () => {
  const isIgnored = createIsIgnored({ patterns: ["exports/", "!exports/best.jpg"] });

  expect(isIgnored("exports/best.jpg", false)).toBe(true);
});

test("names with brackets, blanks, quotes and newlines can be asked about", () => {
  const isIgnored = createIsIgnored({ patterns: ["*.tmp"] });

  for (const name of ["a [1].jpg", 'a "b".jpg', "a\nb.jpg", "a\\b.jpg", "é.jpg", "x".repeat(255)])
    expect(isIgnored(name, false)).toBe(false);
});

test("answers stay the same after more questions than are remembered", () => {
  const isIgnored = createIsIgnored({ patterns: ["left-out-*.jpg"] });

  for (let count = 0; count < 50_000; count++) isIgnored(`kept-${count}.jpg`, false);

  expect(isIgnored("left-out-1.jpg", false)).toBe(true);
  expect(isIgnored("kept-1.jpg", false)).toBe(false);
});

test("the library is left out of the folder that it is in, and its namesakes are not", () => {
  const isIgnored = createIsIgnored({ library: "semblance" });

  expect(isIgnored("semblance", true)).toBe(true);
  expect(isIgnored("2023/semblance", true)).toBe(false);
});

test.for(["# a comment", "   ", "ends with a backslash\\"])(
  "%j leaves nothing out and is refused",
  (pattern) => {
    expect(() => assertIgnorePatterns([pattern])).toThrow(/expected a pattern in gitignore syntax/);
  },
);

test("an escaped comment sign or blank is a pattern", () => {
  expect(() => assertIgnorePatterns(["\\#recycled", "trailing\\ ", "two\\\\"])).not.toThrow();
});
