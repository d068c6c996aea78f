import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { rendererFolder, isStale } from "../../electron/browser-host/renderer-folder.ts";

const BUILT = "dist/renderer/index.html";
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "semblance-checkout-"));
});
afterEach(() => rm(root, { recursive: true }));

/** `second` stands in for the time of writing, on the folder as on the file. */
async function write(name: string, second: number, content = ""): Promise<void> {
  const path = join(root, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  await utimes(path, second, second);
  for (let folder = dirname(path); folder !== root; folder = dirname(folder)) {
    await utimes(folder, second, second);
  }
}

function isRootStale(): Promise<boolean> {
  return isStale(root, join(root, "dist", "renderer"));
}

test("a build that is newer than every source is current", async () => {
  await write("renderer/src/App.svelte", 100);
  await write("electron/contract/photo.ts", 100);
  await write(BUILT, 200);

  expect(await isRootStale()).toBe(false);
});

test.each(["renderer/src/App.svelte", "electron/contract/photo.ts", "package-lock.json"])(
  "a build is stale once %s is newer",
  async (source) => {
    await write(BUILT, 200);
    await write(source, 300);

    expect(await isRootStale()).toBe(true);
  },
);

test("a missing build is stale", async () => {
  expect(await isRootStale()).toBe(true);
});

test("a checkout builds the page before it is served, once", async () => {
  const script = `
    import { appendFileSync, mkdirSync } from "node:fs";
    mkdirSync(new URL("../dist/renderer", import.meta.url), { recursive: true });
    appendFileSync(new URL("../${BUILT}", import.meta.url), "built");`;
  await write("build/build-renderer.ts", 100, script);

  const folder = await rendererFolder(root);
  await rendererFolder(root);

  expect(await readFile(join(folder, "index.html"), "utf8")).toBe("built");
});

test("a package without sources is served as it is", async () => {
  await write("renderer/src/App.svelte", 300);
  await write(BUILT, 200, "shipped");

  const folder = await rendererFolder(root);

  expect(await readFile(join(folder, "index.html"), "utf8")).toBe("shipped");
});
