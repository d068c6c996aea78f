import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";
import { once } from "../support/once.ts";

/** Whatever opens files that may be hostile. A version of sharp stands for one of libvips. */
const DECODERS = ["sharp", "heic-decode", "bmp-ts"];

/** "sharp 0.35.5, heic-decode 2.1.0, bmp-ts 1.0.9"; read from the packages' own descriptions, without loading them. */
export const decoderVersions = once(() =>
  DECODERS.map((name) => `${name} ${versionOf(name)}`).join(", "),
);

/** A package may hide its description from `resolve`, so the folder above its entry that has one is looked for. */
function versionOf(name: string): string {
  let folder = path.dirname(createRequire(import.meta.url).resolve(name));
  for (;;) {
    const version = readVersion(path.join(folder, "package.json"), name);
    if (version !== undefined) return version;
    const parent = path.dirname(folder);
    if (parent === folder) return "unknown";
    folder = parent;
  }
}

function readVersion(file: string, name: string): string | undefined {
  try {
    const description = JSON.parse(readFileSync(file, "utf8")) as {
      name?: string;
      version?: string;
    };
    return description.name === name ? description.version : undefined;
  } catch {
    return undefined; // Not the package's folder; the next one above may be.
  }
}
