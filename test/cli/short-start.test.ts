import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { inProject } from "../../build/project.ts";

/** What is evaluated before the first line of a file runs: files of the project, and packages. Types and `await import` are not. */
function loadedWith(entry: string): Set<string> {
  const loaded = new Set<string>();
  const waiting = [inProject(entry)];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (loaded.has(file)) continue;
    loaded.add(file);
    if (!file.endsWith(".ts")) continue;
    const source = readFileSync(file, "utf8");
    for (const [, from] of source.matchAll(
      /^(?:import|export) (?!type\b)(?:[^;"]*? from )?"([^"]+)";/gm,
    ))
      waiting.push(from!.startsWith(".") ? path.join(path.dirname(file), from!) : from!);
  }
  return loaded;
}

const SLOW = [
  "@bufbuild/protobuf",
  "@lancedb/lancedb",
  "apache-arrow",
  "exiftool-vendored",
  "onnxruntime-node",
  "sharp",
  "systeminformation",
  "trash",
  "undici",
];

test("the command line is there before the engine is loaded", () => {
  const loaded = loadedWith("electron/cli/main.ts");

  expect(loaded).toContain("commander");
  expect([...loaded].filter((file) => /open-(engine|library|catalog)\.ts$/.test(file))).toEqual([]);
});

test("a client of a library that is open elsewhere loads no engine of its own", () => {
  const loaded = loadedWith("electron/engine/open-library.ts");

  expect(loaded).toContain(inProject("electron/engine/catalog/owner-lock.ts"));
  expect(loaded).not.toContain(inProject("electron/engine/open-engine.ts"));
});

test("an engine opens without what is slow to load", () => {
  const loaded = loadedWith("electron/engine/open-engine.ts");

  expect(loaded.size).toBeGreaterThan(300);
  expect(SLOW.filter((name) => loaded.has(name))).toEqual([]);
});
