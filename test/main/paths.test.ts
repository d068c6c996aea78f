import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { shellPaths } from "../../electron/main/paths.ts";

const project = fileURLToPath(new URL("../../", import.meta.url));

test("in the package the engine and its Node lie outside the archive, the page inside", () => {
  const resourcesPath = join("/", "opt", "Semblance", "resources");
  const appPath = join(resourcesPath, "app.asar");

  const paths = shellPaths({
    isPackaged: true,
    appPath,
    resourcesPath,
    platform: "win32",
    arch: "x64",
  });

  expect(paths).toEqual({
    node: join(resourcesPath, "node", "node.exe"),
    engineEntry: join(resourcesPath, "engine", "dist", "engine", "engine-process.js"),
    renderer: join(appPath, "dist", "renderer"),
    preload: join(appPath, "dist", "electron", "preload", "preload.cjs"),
  });
});

test("in development the engine runs from source on the Node that npm installed", () => {
  const { platform, arch } = process;

  const paths = shellPaths({
    isPackaged: false,
    appPath: project,
    resourcesPath: "",
    platform,
    arch,
  });

  expect(existsSync(paths.engineEntry)).toBe(true);
  expect(paths.node === "node" || existsSync(paths.node)).toBe(true);
});

test("where npm has no Node for the system, the one on the PATH is used", () => {
  const paths = shellPaths({
    isPackaged: false,
    appPath: project,
    resourcesPath: "",
    platform: "darwin",
    arch: "arm64",
  });

  expect(paths.node).toBe("node");
});
