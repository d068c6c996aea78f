import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { lancedbVersion } from "../../../electron/engine/vectors/connect.ts";

const moduleOf = (name: string) =>
  new URL(`../../../electron/engine/vectors/${name}`, import.meta.url).href;

test("the version of LanceDB is known", () => {
  expect(lancedbVersion()).toMatch(/^\d+\.\d+\.\d+$/);
});

test("neither the version nor an unasked table loads the native library", () => {
  const script = `
    const { lancedbVersion } = await import(${JSON.stringify(moduleOf("connect.ts"))});
    const { VectorTable } = await import(${JSON.stringify(moduleOf("vector-table.ts"))});
    lancedbVersion();
    const vectors = new VectorTable({ folder: "nowhere", model: "m", onLost() {} });
    vectors.exists();
    await vectors.optimize();
    await vectors[Symbol.asyncDispose]();
    console.log(process.report.getReport().sharedObjects.some((file) => file.includes("lancedb")));`;

  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
  });

  expect(stdout.trim()).toBe("false");
});
