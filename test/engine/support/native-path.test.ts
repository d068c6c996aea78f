import path from "node:path";
import { expect, test } from "vitest";
import { toNativePath } from "../../../electron/engine/support/native-path.ts";

const long = `${"a long name\\".repeat(30)}photo.jpg`;

test("a path of more than 260 characters is opened on Windows, on a drive and on a share", () => {
  expect(toNativePath(`C:\\${long}`, path.win32)).toBe(`\\\\?\\C:\\${long}`);
  expect(toNativePath(`\\\\nas\\photos\\${long}`, path.win32)).toBe(
    `\\\\?\\UNC\\nas\\photos\\${long}`,
  );
});

test("elsewhere a path stays as it is", () => {
  expect(toNativePath("/photos/a.jpg", path.posix)).toBe("/photos/a.jpg");
});
