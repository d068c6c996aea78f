import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findElectron } from "../../build/electron-binary.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "semblance-electron-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function putProgram(): Promise<void> {
  await mkdir(join(folder, "dist"));
  await writeFile(join(folder, "dist", "electron"), "");
  await writeFile(join(folder, "path.txt"), "electron");
}

test("a program that is there is taken as it is", async () => {
  await putProgram();
  await writeFile(join(folder, "install.js"), "throw new Error('not needed')");

  expect(await findElectron(folder)).toBe(join(folder, "dist", "electron"));
});

test("a missing program is fetched by the package's own installer", async () => {
  const installer = `
    const { mkdirSync, writeFileSync } = require("node:fs");
    mkdirSync(__dirname + "/dist");
    writeFileSync(__dirname + "/dist/electron", "");
    writeFileSync(__dirname + "/path.txt", "electron");`;
  await writeFile(join(folder, "install.js"), installer);

  expect(await findElectron(folder)).toBe(join(folder, "dist", "electron"));
});

test.each(["process.exit(1)", "process.exit(0)"])(
  "there is none where the installer fails (%s)",
  async (installer) => {
    await writeFile(join(folder, "install.js"), installer);

    expect(await findElectron(folder)).toBeUndefined();
  },
);

test("there is none without the package", async () => {
  expect(await findElectron(join(folder, "absent"))).toBeUndefined();
});
