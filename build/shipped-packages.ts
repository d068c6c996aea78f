import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import type { Target } from "./target.ts";

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly os?: string | readonly string[];
  readonly cpu?: string | readonly string[];
}

/**
 * The folders of every installed package that the project's own dependencies need on the target. The
 * project's optional ones are left out: they are Node itself, which is shipped in another place.
 */
export async function findShippedPackages(root: string, target: Target): Promise<string[]> {
  const found = new Set<string>();

  async function follow(name: string, from: string): Promise<void> {
    const folder = name.startsWith("@types/") ? undefined : findInstalled(name, from, root);
    if (folder === undefined || found.has(folder)) return;
    const manifest = await readManifest(folder);
    if (!runsOn(manifest.os, target.platform) || !runsOn(manifest.cpu, target.arch)) return;
    found.add(folder);
    const { dependencies, optionalDependencies, peerDependencies } = manifest;
    const needed = { ...dependencies, ...optionalDependencies, ...peerDependencies };
    await Promise.all(Object.keys(needed).map((next) => follow(next, folder)));
  }

  const { dependencies = {} } = await readManifest(root);
  await Promise.all(Object.keys(dependencies).map((name) => follow(name, root)));
  return [...found].sort();
}

/** As Node looks for it: beside the one that asks, then further up. Optional ones may not be there. */
function findInstalled(name: string, from: string, root: string): string | undefined {
  const candidate = join(from, "node_modules", name);
  if (existsSync(join(candidate, "package.json"))) return candidate;
  return from.startsWith(root + sep) ? findInstalled(name, dirname(from), root) : undefined;
}

/** npm's `os` and `cpu`: names, or names after "!". */
function runsOn(listed: string | readonly string[] | undefined, name: string): boolean {
  const names = [listed ?? []].flat();
  if (names.includes(`!${name}`)) return false;
  const wanted = names.filter((one) => !one.startsWith("!"));
  return wanted.length === 0 || wanted.includes(name);
}

async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as Manifest;
}
