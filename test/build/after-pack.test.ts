import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findFaults, requiredFiles } from "../../build/after-pack.ts";

const target = { platform: "linux", arch: "x64" };
let resources: string;

beforeEach(async () => {
  resources = await mkdtemp(join(tmpdir(), "semblance-package-"));
});
afterEach(() => rm(resources, { recursive: true }));

/** An ELF header of the given machine, enough to tell what it is for. */
function elf(machine: number): Uint8Array {
  const start = new Uint8Array(64);
  start.set([0x7f, 0x45, 0x4c, 0x46]);
  start[18] = machine;
  return start;
}

async function put(name: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(join(resources, name)), { recursive: true });
  await writeFile(join(resources, name), content);
}

async function putAllBut(missing: string): Promise<void> {
  const names = requiredFiles(target).filter((pattern) => pattern !== missing);
  for (const pattern of names) await put(pattern.replaceAll("*", "1"), elf(0x3e));
}

test("a package with everything has no fault", async () => {
  await putAllBut("");

  expect(await findFaults(resources, target)).toEqual([]);
});

test.each(requiredFiles(target))("a package without %s is at fault", async (pattern) => {
  await putAllBut(pattern);

  expect(await findFaults(resources, target)).toEqual([`missing: ${pattern}`]);
});

test("native code for another machine is at fault, and so is a program that is none", async () => {
  await putAllBut("");
  await put("engine/node_modules/x/arm.node", elf(0xb7));
  await put(
    "engine/node_modules/x/lib.so.1.2",
    new TextEncoder().encode("version https://git-lfs"),
  );
  await put("engine/node_modules/x/readme.txt", new TextEncoder().encode("fine"));

  const faults = await findFaults(resources, target);

  expect(faults.sort()).toEqual([
    "for linux arm64: engine/node_modules/x/arm.node",
    "not native code: engine/node_modules/x/lib.so.1.2",
  ]);
});

test.each([
  [
    { platform: "win32", arch: "x64" },
    "node/node.exe",
    "sharp-win32-x64/lib/libvips*",
    "exiftool.exe",
  ],
  [
    { platform: "darwin", arch: "arm64" },
    "node/node",
    "sharp-libvips-darwin-arm64/lib/libvips*",
    "exiftool-vendored.pl",
  ],
])("%j has its own names", (system, node, libvips, exiftool) => {
  const required = requiredFiles(system);

  expect(required[0]).toBe(node);
  expect(required.some((pattern) => pattern.endsWith(libvips))).toBe(true);
  expect(required.some((pattern) => pattern.includes(exiftool))).toBe(true);
});
