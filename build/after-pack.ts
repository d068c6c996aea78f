import { open, readdir } from "node:fs/promises";
import { join, matchesGlob, relative, sep } from "node:path";
import { Arch, type AfterPackContext } from "electron-builder";
import { binaryTarget, type Target } from "./target.ts";

/** A package without one of these starts and then fails on somebody's machine. */
export function requiredFiles({ platform, arch }: Target): string[] {
  const library =
    { win32: "onnxruntime.dll", darwin: "libonnxruntime*.dylib" }[platform] ?? "libonnxruntime.so*";
  const runtime = `engine/node_modules/onnxruntime-node/bin/napi-v*/${platform}/${arch}`;
  // On Windows libvips comes in sharp's own package.
  const libvips =
    platform === "win32" ? `sharp-win32-${arch}` : `sharp-libvips-${platform}-${arch}`;
  // A program of its own on Windows, and a script for the system's Perl elsewhere.
  const exiftool = platform === "win32" ? "exe/bin/exiftool.exe" : "pl/bin/exiftool";
  return [
    platform === "win32" ? "node/node.exe" : "node/node",
    "engine/package.json",
    "engine/dist/engine/engine-process.js",
    "engine/dist/engine/photo-worker-process.js",
    "engine/dist/engine/inference-thread.js",
    "engine/dist/engine/map-thread.js",
    "engine/dist/engine/check-catalog-process.js",
    "engine/dist/engine/upkeep-process.js",
    "engine/dist/engine/semblance.js",
    "engine/dist/engine/migrations/0001-*.sql",
    "engine/dist/renderer/index.html",
    "engine/native-models/starter/model.json",
    "engine/native-models/starter/labels.json",
    "engine/native-models/starter/*.onnx",
    `${runtime}/onnxruntime_binding.node`,
    `${runtime}/${library}`,
    `engine/node_modules/@img/sharp-${platform}-${arch}/lib/sharp-*.node`,
    `engine/node_modules/@img/${libvips}/lib/libvips*`,
    `engine/node_modules/@lancedb/lancedb-${platform}-${arch}*/*.node`,
    `engine/node_modules/exiftool-vendored.${exiftool}`,
  ];
}

/** Checks one package once electron-builder has put it together; throws with every fault in it. */
export async function afterPack(context: AfterPackContext): Promise<void> {
  const target = { platform: context.electronPlatformName, arch: Arch[context.arch] };
  const resources = context.packager.getResourcesDir(context.appOutDir);
  const faults = await findFaults(resources, target);
  if (faults.length > 0) throw new Error(`The package is not complete:\n${faults.join("\n")}`);
}

export async function findFaults(resources: string, target: Target): Promise<string[]> {
  const entries = await readdir(resources, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(resources, join(entry.parentPath, entry.name)).replaceAll(sep, "/"));
  const missing = requiredFiles(target)
    .filter((pattern) => !files.some((file) => matchesGlob(file, pattern)))
    .map((pattern) => `missing: ${pattern}`);
  const foreign = await Promise.all(files.map((file) => findForeign(resources, file, target)));
  return [...missing, ...foreign.flat()];
}

const NATIVE = /(\.(node|dll|dylib|so[.\d]*)|\/node|\.exe)$/;

async function findForeign(resources: string, file: string, target: Target): Promise<string[]> {
  if (!NATIVE.test(file)) return [];
  const made = binaryTarget(await readStart(join(resources, file)));
  if (made === undefined) return [`not native code: ${file}`];
  if (made.platform === target.platform && made.arch === target.arch) return [];
  return [`for ${made.platform} ${made.arch}: ${file}`];
}

async function readStart(path: string): Promise<Uint8Array> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(new Uint8Array(4096), 0, 4096, 0);
  return buffer.subarray(0, bytesRead);
}
