import { readFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import type { Plugin } from "esbuild";
import { inProject, ROOT } from "./project.ts";

const ADDRESS = /new URL\(\s*"(\.[^"]*)",\s*import\.meta\.url,?\s*\)/g;

/**
 * Makes `new URL("…", import.meta.url)` mean the same in a bundle as in its source. All bundles lie flat in
 * `outFolder`: workers are there under their own name, what lies outside the sources (models, the built
 * page) keeps its place in the project, whose layout the package repeats.
 */
export function keepAddresses(outFolder: string): Plugin {
  return {
    name: "keep-addresses",
    setup(build) {
      build.onLoad({ filter: /\.ts$/, namespace: "file" }, async ({ path }) => {
        const source = await readFile(path, "utf8");
        return { contents: rewriteAddresses(source, path, outFolder), loader: "ts" };
      });
    },
  };
}

export function rewriteAddresses(source: string, path: string, outFolder: string): string {
  return source.replaceAll(ADDRESS, (_, address: string) => {
    const target = addressInBundle(join(dirname(path), address), outFolder);
    return `new URL(${JSON.stringify(target)}, import.meta.url)`;
  });
}

function addressInBundle(target: string, outFolder: string): string {
  if (target.endsWith(".ts")) return `./${basename(target).replace(/\.ts$/, ".js")}`;
  if (target.startsWith(inProject("electron") + sep)) return `./${basename(target)}`;
  if (!target.startsWith(ROOT + sep))
    throw new Error(`expected an address in the project but got ${target}`);
  const address = relative(outFolder, target).replaceAll(sep, "/");
  return target.endsWith(sep) ? `${address}/` : address;
}

/** With the slash that says it is a folder. */
function basename(path: string): string {
  return /[^/\\]+[/\\]?$/.exec(path)?.[0].replace("\\", "/") ?? "";
}
