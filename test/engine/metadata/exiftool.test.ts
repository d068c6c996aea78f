import { execFile } from "node:child_process";
import { chmod, copyFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { endExiftool, extractTag, readTags } from "../../../electron/engine/metadata/exiftool.ts";
import { findPerl } from "../../../electron/engine/metadata/find-perl.ts";
import { FIXTURES } from "../../support/fixtures.ts";
import { hasExiftool } from "../../support/has-exiftool.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const FALCON = path.join(FIXTURES, "immich/prairie_falcon.jpg");
const withExiftool = test.skipIf(!hasExiftool);

afterAll(() => endExiftool());

withExiftool(
  "with exiftool, tags come under their group, and those that a file lacks do not",
  async () => {
    expect(
      await readTags(FALCON, ["IFD0:Model", "IFD0:Orientation#", "QuickTime:Duration"]),
    ).toEqual({
      "IFD0:Model": "Canon EOS R5",
      "IFD0:Orientation": 1,
    });
  },
);

withExiftool(
  "with exiftool, a file with a line break in its name is read like any other",
  async () => {
    await using folder = await tempFolder();
    const odd = folder.at("one\n-delete_original\ntwo.jpg");
    await copyFile(FALCON, odd);

    expect(await readTags(odd, ["Model"])).toEqual({ "IFD0:Model": "Canon EOS R5" });
  },
);

withExiftool("with exiftool, questions go on after files that it cannot read", async () => {
  await using folder = await tempFolder();
  await writeFile(folder.at("noise.nef"), Buffer.alloc(500, 0xab));

  const answers = await Promise.allSettled([
    readTags(folder.at("gone.nef"), ["Model"]),
    readTags(folder.at("noise.nef"), ["Model"]),
    extractTag(FALCON, "JpgFromRaw", folder.at("nothing.jpg")),
    readTags(FALCON, ["Model"]),
  ]);

  expect(answers).toMatchObject([
    { reason: { code: "file-missing", message: expect.stringMatching(/gone\.nef/) as string } },
    { value: {} },
    { reason: { code: "image-corrupt" } },
    { value: { "IFD0:Model": "Canon EOS R5" } },
  ]);
});

withExiftool(
  "exiftool ends with the process that asked it, and does not keep that one alive",
  async () => {
    const door = new URL("../../../electron/engine/metadata/exiftool.ts", import.meta.url).href;
    const script = `const { readTags } = await import(${JSON.stringify(door)});
    console.log(Object.keys(await readTags(${JSON.stringify(FALCON)}, ["Model"])).length);`;

    const { stdout } = await promisify(execFile)(process.execPath, [
      "--input-type=module",
      "-e",
      script,
    ]);

    expect(stdout.trim()).toBe("1");
  },
);

test("Perl is found where it can be run, and nowhere else", async () => {
  await using folder = await tempFolder();
  await writeFile(folder.at("perl"), "#!/bin/sh\n");

  const before = await findPerl(["/nowhere", folder.path]);
  await chmod(folder.at("perl"), 0o755);

  expect([before, await findPerl(["/nowhere", folder.path])]).toEqual([
    undefined,
    folder.at("perl"),
  ]);
});
