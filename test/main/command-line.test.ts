import { join } from "node:path";
import { expect, test } from "vitest";
import { readCommandLine } from "../../electron/main/command-line.ts";

const cwd = join("/", "home", "ana");

test("the installed app adds the folders that it is started with", () => {
  const line = readCommandLine(["semblance", "Photos", "/scans"], { isPackaged: true, cwd });

  expect(line).toEqual({ folders: [join(cwd, "Photos"), join("/", "scans")], engineArgs: [] });
});

test("in development the project comes first and is no folder of photos", () => {
  const line = readCommandLine(["electron", "/project/", "/photos"], { isPackaged: false, cwd });

  expect(line.folders).toEqual([join("/", "photos")]);
});

test("a library of its own is passed on to the engine, Chromium's switches to nobody", () => {
  const argv = ["semblance", "--no-sandbox", "--library=trip", "--enable-features=x", "/photos"];

  const line = readCommandLine(argv, { isPackaged: true, cwd });

  expect(line).toEqual({
    folders: [join("/", "photos")],
    engineArgs: ["--library", join(cwd, "trip")],
  });
});

test("started without anything it adds nothing", () => {
  const line = readCommandLine(["semblance"], { isPackaged: true, cwd });

  expect(line).toEqual({ folders: [], engineArgs: [] });
});
