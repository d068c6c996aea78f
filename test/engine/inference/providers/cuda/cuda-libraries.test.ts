import { writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import {
  missingLibraries,
  readLoader,
} from "../../../../../electron/engine/inference/providers/cuda/cuda-libraries.ts";
import { tempFolder } from "../../../../support/temp-folder.ts";

const ALL = [
  "libcudart.so.12",
  "libcublas.so.12",
  "libcublasLt.so.12",
  "libcurand.so.10",
  "libcufft.so.11",
  "libcudnn.so.9",
  "libcuda.so.1",
];
/** As `ldconfig -p` prints it. */
const cacheOf = (files: readonly string[]) =>
  `${files.length} libs found in cache \`/etc/ld.so.cache'\n` +
  files.map((file) => `\t${file} (libc6,x86-64) => /usr/lib/x86_64-linux-gnu/${file}\n`).join("");

test("nothing is missing where the loader's cache has it all", () => {
  expect(missingLibraries({ cache: cacheOf(ALL), folders: [] })).toEqual([]);
});

test("what is missing is named with the product that brings it", () => {
  const without = ALL.filter((file) => file !== "libcudnn.so.9" && file !== "libcufft.so.11");

  expect(missingLibraries({ cache: cacheOf(without), folders: [] })).toEqual([
    { name: "CUDA 12", files: ["libcufft.so.11"] },
    { name: "cuDNN 9", files: ["libcudnn.so.9"] },
  ]);
});

test("another version's library is not the one that is needed", () => {
  const older = ALL.map((file) => (file === "libcudnn.so.9" ? "libcudnn.so.8" : file));

  expect(missingLibraries({ cache: cacheOf(older), folders: [] })).toHaveLength(1);
});

test("LD_LIBRARY_PATH counts too", async () => {
  await using temp = await tempFolder();
  await writeFile(temp.at("libcudnn.so.9"), "elf");
  const { folders } = await readLoader({ LD_LIBRARY_PATH: `/nowhere:${temp.path}` });
  const without = ALL.filter((file) => file !== "libcudnn.so.9");

  expect(missingLibraries({ cache: cacheOf(without), folders })).toEqual([]);
});

test("where the loader does not tell what it knows, nothing is claimed", () => {
  expect(missingLibraries({ cache: undefined, folders: [] })).toEqual([]);
});
