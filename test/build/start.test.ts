import { join } from "node:path";
import { expect, test } from "vitest";
import { hasDisplay, toAbsolute } from "../../build/start.ts";

test.each([
  ["linux", { DISPLAY: ":0" }, true],
  ["linux", { WAYLAND_DISPLAY: "wayland-0" }, true],
  ["linux", {}, false],
  ["linux", { DISPLAY: "" }, false],
  ["linux", { DISPLAY: ":0", CI: "true" }, false],
  ["win32", {}, true],
  ["darwin", {}, true],
  ["darwin", { CI: "1" }, false],
])("on %s with %j there is a display: %j", (platform, env, expected) => {
  expect(hasDisplay(platform, env)).toBe(expected);
});

test("folders are meant from where the user stands, not from where npm runs", () => {
  const here = join("/", "home", "ana");

  const folders = toAbsolute(["Photos", join("/", "scans")], { INIT_CWD: here });

  expect(folders).toEqual([join(here, "Photos"), join("/", "scans")]);
});
