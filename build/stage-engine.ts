import { chmod, constants, cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { inProject, ROOT } from "./project.ts";
import { findShippedPackages } from "./shipped-packages.ts";
import type { Target } from "./target.ts";

/** What electron-builder.yml takes from here. */
export const STAGE = inProject("dist", "package");

/**
 * Lays out what runs on plain Node and is shipped outside the app's archive: the same layout as the
 * project's, so that every address in the sources holds, plus the Node binary.
 */
export async function stageEngine(target: Target): Promise<void> {
  await rm(STAGE, { recursive: true, force: true });
  const engine = join(STAGE, "engine");
  await mkdir(engine, { recursive: true });
  await copy(inProject("dist", "engine"), join(engine, "dist", "engine"), isNoMap);
  await copy(inProject("dist", "renderer"), join(engine, "dist", "renderer"), isNoMap);
  await copyModels(join(engine, "native-models"));
  for (const folder of await findShippedPackages(ROOT, target)) {
    await copyPackage(folder, join(engine, relative(ROOT, folder)), target);
  }
  await writeFile(join(engine, "package.json"), await engineManifest());
  await stageNode(join(STAGE, "node"), target);
}

function isNoMap(path: string): boolean {
  return !path.endsWith(".map");
}

async function engineManifest(): Promise<string> {
  const project = JSON.parse(await readFile(inProject("package.json"), "utf8")) as Record<
    string,
    unknown
  >;
  const { name, productName, version, license, type } = project;
  return `${JSON.stringify({ name, productName, version, license, type }, undefined, 2)}\n`;
}

/** How a model was trained stays in the project. */
async function copyModels(to: string): Promise<void> {
  await copy(inProject("native-models"), to, (path) => basename(path) !== "training");
}

/** Types, maps and sources are for developers; native code for other systems is for nobody. */
async function copyPackage(from: string, to: string, target: Target): Promise<void> {
  await copy(from, to, (path) => {
    const inside = relative(from, path);
    if (inside.split(sep).includes("node_modules")) return false;
    return !/\.(map|[cm]?ts)$/.test(inside) && isForTarget(from, inside, target);
  });
}

/** onnxruntime-node brings every system's libraries, 288 MB, as `bin/napi-v6/<platform>/<arch>`. */
function isForTarget(packageFolder: string, inside: string, target: Target): boolean {
  if (basename(packageFolder) !== "onnxruntime-node") return true;
  const [bin, , platform = target.platform, arch = target.arch] = inside.split(sep);
  return bin !== "bin" || (platform === target.platform && arch === target.arch);
}

async function stageNode(to: string, { platform, arch }: Target): Promise<void> {
  const name = platform === "win32" ? "node.exe" : "node";
  const system = platform === "win32" ? "win" : platform;
  const installed = inProject("node_modules", `node-${system}-${arch}`);
  const files = await readdir(installed).catch(() => undefined);
  // Where npm has no such package, the Node that runs this is what is shipped.
  const binary = files ? join(installed, "bin", name) : process.execPath;
  const licence = files?.find((file) => file.startsWith("LICENSE"));
  await copy(binary, join(to, name));
  await chmod(join(to, name), 0o755);
  if (licence !== undefined) await copy(join(installed, licence), join(to, "LICENSE"));
}

async function copy(from: string, to: string, filter?: (path: string) => boolean): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await cp(from, to, {
    recursive: true,
    mode: constants.COPYFILE_FICLONE,
    ...(filter && { filter }),
  });
}
