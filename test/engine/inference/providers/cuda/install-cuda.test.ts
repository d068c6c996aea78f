import { chmod, mkdir, readdir, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { installCuda } from "../../../../../electron/engine/inference/providers/cuda/install-cuda.ts";
import { tempFolder, type TempFolder } from "../../../../support/temp-folder.ts";

const BOTH = ["libonnxruntime_providers_cuda.so", "libonnxruntime_providers_shared.so"];

/** A program that stands for the runtime's installer, and the folder that it writes to. */
async function installer(temp: TempFolder, program: string) {
  const folder = temp.at("bin");
  await mkdir(folder, { recursive: true });
  await writeFile(temp.at("install.cjs"), program.replaceAll("FOLDER", JSON.stringify(folder)));
  return { script: temp.at("install.cjs"), folder, system: "linux/x64" };
}

const writes = (files: readonly string[]) =>
  files
    .map((file) => `require("fs").writeFileSync(require("path").join(FOLDER, "${file}"), "elf");`)
    .join("\n");

test("the runtime's installer is told to install by the only word that it heeds", async () => {
  await using temp = await tempFolder();
  const asked = `if (process.env.ONNXRUNTIME_NODE_INSTALL !== "true") process.exit(1);
    if (Object.keys(process.env).some((name) => name.startsWith("npm_"))) process.exit(1);`;
  const fake = await installer(temp, `${asked}\n${writes(BOTH)}`);

  await installCuda(fake);

  expect(await readdir(fake.folder)).toEqual(BOTH);
});

test("an installer that fails half-way leaves everything as it was, and its complaint is passed on", async () => {
  await using temp = await tempFolder();
  const fails = `${writes(BOTH.slice(0, 1))}
    throw new Error("getaddrinfo ENOTFOUND api.nuget.org");`;
  const fake = await installer(temp, fails);
  await writeFile(temp.at("bin", "libonnxruntime.so.1"), "the runtime");

  await expect(installCuda(fake)).rejects.toMatchObject({
    code: "download-failed",
    message: expect.stringContaining("getaddrinfo ENOTFOUND api.nuget.org") as string,
  });
  expect(await readdir(fake.folder)).toEqual(["libonnxruntime.so.1"]);
});

test("an installer that ends well without the libraries has failed", async () => {
  await using temp = await tempFolder();
  const fake = await installer(temp, "process.exit(0);");

  await expect(installCuda(fake)).rejects.toMatchObject({ code: "download-failed" });
});

test("libraries that are there are not fetched again", async () => {
  await using temp = await tempFolder();
  const fake = await installer(temp, "process.exit(1);");
  for (const file of BOTH) await writeFile(temp.at("bin", file), "elf");

  await installCuda(fake);

  expect(await readdir(fake.folder)).toEqual(BOTH);
});

test("where CUDA does not run, nothing is fetched", async () => {
  await using temp = await tempFolder();
  const fake = await installer(temp, writes(BOTH));

  await expect(installCuda({ ...fake, system: "darwin/arm64" })).rejects.toMatchObject({
    code: "provider-unavailable",
    message: expect.stringContaining("darwin/arm64") as string,
  });
  expect(await readdir(fake.folder)).toEqual([]);
});

test.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
  "a folder that may not be written is named, where the user is not the system's own",
  async () => {
    await using temp = await tempFolder();
    const fake = await installer(temp, writes(BOTH));
    await chmod(fake.folder, 0o555);

    await expect(installCuda(fake)).rejects.toMatchObject({
      code: "provider-unavailable",
      message: expect.stringContaining(`${fake.folder} but it is read-only`) as string,
    });
    await chmod(fake.folder, 0o755);
  },
);

test("a folder that is not there is named", async () => {
  await using temp = await tempFolder();
  const fake = await installer(temp, writes(BOTH));

  await expect(installCuda({ ...fake, folder: temp.at("nowhere") })).rejects.toMatchObject({
    code: "provider-unavailable",
    message: expect.stringContaining("nowhere") as string,
  });
});
