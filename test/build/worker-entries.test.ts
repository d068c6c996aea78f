import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { inProject } from "../../build/project.ts";
import { findWorkerEntries } from "../../build/worker-entries.ts";

test("whatever is started by address is an entry, once; what a comment tells of is not", async () => {
  const folder = await mkdtemp(join(tmpdir(), "semblance-entries-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "room"));
  const start = 'const w = new Worker(new URL("../heic-thread.ts", import.meta.url));\n';
  await writeFile(join(folder, "room", "a.ts"), start);
  await writeFile(
    join(folder, "room", "b.ts"),
    `${start} fork(\n new URL(\n"./c.ts",\nimport.meta.url,\n));`,
  );
  await writeFile(
    join(folder, "d.ts"),
    '/**\n * Like `new URL("./x.ts", import.meta.url)`.\n */\n',
  );

  const entries = await findWorkerEntries([folder]);

  expect(entries).toEqual([join(folder, "heic-thread.ts"), join(folder, "room", "c.ts")]);
});

test("the photo worker and its inference thread are entries of this project", async () => {
  const entries = await findWorkerEntries([inProject("electron", "engine")]);

  expect(entries).toContain(
    inProject("electron", "engine", "photo-worker", "photo-worker-process.ts"),
  );
  expect(entries).toContain(inProject("electron", "engine", "inference", "inference-thread.ts"));
});
