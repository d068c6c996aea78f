import { expect, test } from "vitest";
import { rewriteAddresses } from "../../build/keep-addresses.ts";
import { inProject } from "../../build/project.ts";

const OUT = inProject("dist", "engine");

function rewrite(address: string, ...source: string[]): string {
  const code = `const x = new URL("${address}", import.meta.url);`;
  return /"(.*)"/.exec(rewriteAddresses(code, inProject(...source), OUT))?.[1] ?? "";
}

test("a worker is beside the bundle that starts it", () => {
  const source = ["electron", "engine", "indexing", "start.ts"];

  expect(rewrite("../photo-worker/photo-worker-process.ts", ...source)).toBe(
    "./photo-worker-process.js",
  );
});

test("what lies beside a source lies beside the bundle", () => {
  const source = ["electron", "engine", "catalog", "migrate.ts"];

  expect(rewrite("./migrations/", ...source)).toBe("./migrations/");
});

test.each([
  [
    "../../../native-models",
    ["electron", "engine", "inference", "models.ts"],
    "../../native-models",
  ],
  ["../../native-models/", ["electron", "engine", "models.ts"], "../../native-models/"],
  ["../../", ["electron", "browser-host", "renderer-folder.ts"], "../../"],
])("%s keeps its place in the project's layout", (address, source, expected) => {
  expect(rewrite(address, ...source)).toBe(expected);
});

test("an address outside the project is a mistake", () => {
  expect(() => rewrite("../../../../x", "electron", "engine", "a.ts")).toThrow("in the project");
});

test("the rest of a source stays as it is", () => {
  const source = 'import x from "./a.ts";\nconst url = new URL("https://example.com");\n';

  expect(rewriteAddresses(source, inProject("electron", "a.ts"), OUT)).toBe(source);
});
