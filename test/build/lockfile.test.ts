import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

interface LockedPackage {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const file = fileURLToPath(new URL("../../package-lock.json", import.meta.url));
const { packages } = JSON.parse(readFileSync(file, "utf8")) as {
  packages: Record<string, LockedPackage>;
};

test("the lockfile names no download address, so that any registry will do", () => {
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(Object.values(packages).filter(({ resolved }) => resolved?.startsWith("http"))).toEqual(
    [],
  );
});

test("the lockfile names the binaries of every platform, because npm ci refuses to install without them", () => {
  const missing = Object.entries(packages).flatMap(([from, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).filter((name) => !isLocked(from, name)),
  );

  expect(missing).toEqual([]);
});

/** As Node resolves: beside the package that asks, or in any folder above it. */
function isLocked(from: string, name: string): boolean {
  const parts = from.split("/node_modules/");
  for (let depth = parts.length; depth > 0; depth--) {
    if (`${parts.slice(0, depth).join("/node_modules/")}/node_modules/${name}` in packages)
      return true;
  }
  return `node_modules/${name}` in packages;
}
