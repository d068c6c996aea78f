import { writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { readFingerprint } from "../../../electron/engine/imaging/fingerprint.ts";
import { tempFolder } from "../../support/temp-folder.ts";

test("a fingerprint is the SHA-256 of the bytes, in hex", async () => {
  await using folder = await tempFolder();
  await writeFile(folder.at("a.jpg"), "abc");

  expect(await readFingerprint(folder.at("a.jpg"))).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});

test("a file that is not there is named", async () => {
  await using folder = await tempFolder();

  await expect(readFingerprint(folder.at("gone.jpg"))).rejects.toMatchObject({
    code: "file-missing",
    message: expect.stringContaining("gone.jpg") as string,
  });
});

test("a folder with a photo's name is unreadable, not missing", async () => {
  await using folder = await tempFolder();

  await expect(readFingerprint(folder.path)).rejects.toMatchObject({ code: "file-unreadable" });
});
