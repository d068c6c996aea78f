import { open } from "node:fs/promises";
import { expect, test } from "vitest";
import { binaryTarget } from "../../build/target.ts";

/** The first bytes of a file, with numbers at the places where the formats keep them. */
function bytes(entries: readonly (readonly [at: number, ...values: number[]])[]): Uint8Array {
  const start = new Uint8Array(256);
  for (const [at, ...values] of entries) start.set(values, at);
  return start;
}

const PE_START = [0x4d, 0x5a] as const;

test.each([
  [
    "linux",
    "x64",
    bytes([
      [0, 0x7f, 0x45, 0x4c, 0x46],
      [18, 0x3e, 0],
    ]),
  ],
  [
    "linux",
    "arm64",
    bytes([
      [0, 0x7f, 0x45, 0x4c, 0x46],
      [18, 0xb7, 0],
    ]),
  ],
  [
    "linux",
    "unknown",
    bytes([
      [0, 0x7f, 0x45, 0x4c, 0x46],
      [18, 0x28, 0],
    ]),
  ],
  ["darwin", "arm64", bytes([[0, 0xcf, 0xfa, 0xed, 0xfe, 0x0c, 0, 0, 1]])],
  ["darwin", "x64", bytes([[0, 0xcf, 0xfa, 0xed, 0xfe, 0x07, 0, 0, 1]])],
  [
    "win32",
    "x64",
    bytes([
      [0, ...PE_START],
      [60, 128],
      [128, 0x50, 0x45, 0, 0, 0x64, 0x86],
    ]),
  ],
  [
    "win32",
    "arm64",
    bytes([
      [0, ...PE_START],
      [60, 128],
      [128, 0x50, 0x45, 0, 0, 0x64, 0xaa],
    ]),
  ],
])("native code for %s %s is told from its header", (platform, arch, start) => {
  expect(binaryTarget(start)).toEqual({ platform, arch });
});

test.each([
  ["text", new TextEncoder().encode("#!/bin/sh\n".repeat(20))],
  ["an empty file", new Uint8Array()],
  [
    "a DOS program",
    bytes([
      [0, ...PE_START],
      [60, 128],
    ]),
  ],
  [
    "a header that points outside the file",
    bytes([
      [0, ...PE_START],
      [60, 255, 255],
    ]),
  ],
])("%s is no native code", (_, start) => {
  expect(binaryTarget(start)).toBeUndefined();
});

test("the Node that runs this is for this machine", async () => {
  await using file = await open(process.execPath);
  const { buffer } = await file.read(new Uint8Array(4096), 0, 4096, 0);

  expect(binaryTarget(buffer)).toEqual({ platform: process.platform, arch: process.arch });
});
