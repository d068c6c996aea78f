import { readdirSync, readlinkSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readPart } from "../../electron/media/read-part.ts";
import { tempFolder, type TempFolder } from "../support/temp-folder.ts";

let temp: TempFolder;

beforeAll(async () => {
  temp = await tempFolder();
  await writeFile(temp.at("photo.webp"), "0123456789");
});

afterAll(() => temp[Symbol.asyncDispose]());

/** How often this process has the file open. Linux alone says so. */
function timesOpen(file: string): number {
  return readdirSync("/proc/self/fd").filter((handle) => pathOf(handle) === file).length;
}

/** Undefined for the handle that the list of handles was read by. */
function pathOf(handle: string): string | undefined {
  try {
    return readlinkSync(`/proc/self/fd/${handle}`);
  } catch {
    return undefined;
  }
}

test("a part of a file is read, its last byte included", async () => {
  const part = await new Response(readPart(temp.at("photo.webp"), 3, 5)).text();

  expect(part).toBe("345");
});

test.skipIf(process.platform !== "linux")(
  "a picture that is given up while its file is being opened leaves no file open (Linux)",
  async () => {
    const file = temp.at("photo.webp");

    const readers = Array.from({ length: 20 }, () => readPart(file, 0, 9).getReader());
    const reads = readers.map((reader) => reader.read());
    // Long enough for the files to be asked for, and too short for the disk to answer.
    for (let tick = 0; tick < 10; tick++) await Promise.resolve();
    await Promise.all(readers.map((reader) => reader.cancel()));
    await Promise.all(reads);
    // Files are opened in their order: those that were asked for before are open by then.
    for (let turn = 0; turn < 5; turn++) await readFile(file);

    expect(timesOpen(file)).toBe(0);
  },
);
