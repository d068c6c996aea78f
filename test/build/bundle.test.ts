import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundleEngine } from "../../build/bundle-engine.ts";
import { bundleShell } from "../../build/bundle-shell.ts";
import { inProject } from "../../build/project.ts";

let folder: string;

/** Inside the project, so that the bundles find its packages. */
beforeAll(async () => {
  folder = await mkdtemp(inProject("dist", "bundle-test-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...args: string[]): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
  const out = await text(child.stdout);
  return { code: child.exitCode, out };
}

test("the bundled command line has its workers and migrations beside it and runs", async () => {
  const out = join(folder, "engine");
  await bundleEngine(out);

  const names = await readdir(out, { recursive: true });
  const help = await run(join(out, "semblance.js"), "--help");

  expect(names).toEqual(
    expect.arrayContaining([
      "engine-process.js",
      "photo-worker-process.js",
      "inference-thread.js",
      "map-thread.js",
      join("migrations", "0001-catalog.sql"),
    ]),
  );
  expect(help.out).toContain("Usage: semblance");
});

test("the bundled preload script needs nothing but electron, as its sandbox demands", async () => {
  const out = join(folder, "electron");
  const required: string[] = [];
  const exposed: string[] = [];
  await bundleShell(out);

  const code = await readFile(join(out, "preload", "preload.cjs"), "utf8");
  runInNewContext(code, {
    require: (name: string) => {
      required.push(name);
      return { contextBridge: { exposeInMainWorld: (key: string) => exposed.push(key) } };
    },
  });

  expect([required, exposed]).toEqual([["electron"], ["semblance"]]);
});

test("the bundled main process needs nothing but electron and Node", async () => {
  const out = join(folder, "electron");
  await bundleShell(out);

  const code = await readFile(join(out, "main", "main.js"), "utf8");
  const imports = [...code.matchAll(/^(?:import|export) [^;]*?from "([^"]+)"/gm)].map(
    ([, name]) => name,
  );

  expect(imports.length).toBeGreaterThan(0);
  expect(imports.filter((name) => name !== "electron" && !isBuiltin(name ?? ""))).toEqual([]);
});
