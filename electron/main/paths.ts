import { existsSync } from "node:fs";
import { join } from "node:path";

export interface ShellPaths {
  /** The Node binary that runs the engine. */
  readonly node: string;
  readonly engineEntry: string;
  readonly renderer: string;
  readonly preload: string;
}

/** Where this app was started from. */
export interface Installation {
  readonly isPackaged: boolean;
  /** The project in development, the archive in the package. */
  readonly appPath: string;
  readonly resourcesPath: string;
  readonly platform: string;
  readonly arch: string;
}

/** Where everything lies that the shell starts or serves: sources in development, resources in the package. */
export function shellPaths(installation: Installation): ShellPaths {
  const { appPath, isPackaged } = installation;
  const shared = {
    renderer: join(appPath, "dist", "renderer"),
    preload: join(appPath, "dist", "electron", "preload", "preload.cjs"),
  };
  return isPackaged
    ? { ...shared, ...shipped(installation) }
    : { ...shared, ...sources(installation) };
}

type EnginePaths = Pick<ShellPaths, "node" | "engineEntry">;

/** Outside the archive: a plain Node cannot read it. */
function shipped({ resourcesPath, platform }: Installation): EnginePaths {
  return {
    node: join(resourcesPath, "node", nodeName(platform)),
    engineEntry: join(resourcesPath, "engine", "dist", "engine", "engine-process.js"),
  };
}

function sources({ appPath, platform, arch }: Installation): EnginePaths {
  const system = platform === "win32" ? "win" : platform;
  const installed = join(
    appPath,
    "node_modules",
    `node-${system}-${arch}`,
    "bin",
    nodeName(platform),
  );
  return {
    // npm has no such package for every system; there the developer's own Node 24 is on the PATH.
    node: existsSync(installed) ? installed : nodeName(platform),
    engineEntry: join(appPath, "electron", "engine", "engine-process.ts"),
  };
}

function nodeName(platform: string): string {
  return platform === "win32" ? "node.exe" : "node";
}
