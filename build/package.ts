/**
 * @file Packs the app for this machine's system into out/: `npm run package`. With `--installers` the
 * installers too, which need Electron's program.
 */
import { build, Platform } from "electron-builder";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildAll } from "./build.ts";
import { findElectron } from "./electron-binary.ts";
import { makeElectronStub } from "./electron-stub.ts";
import { assertNodeMajor, inProject } from "./project.ts";
import { renderIcon } from "./render-icon.ts";
import { STAGE, stageEngine } from "./stage-engine.ts";

async function packApp(withInstallers: boolean): Promise<void> {
  await buildAll();
  await stageEngine({ platform: process.platform, arch: process.arch });
  await renderIcon(join(STAGE, "icon.png"));
  const electronDist = await findElectronFolder(withInstallers);
  const targets = withInstallers
    ? Platform.current().createTarget()
    : Platform.current().createTarget("dir");
  await build({ projectDir: inProject(), targets, publish: "never", config: { electronDist } });
}

async function findElectronFolder(isNeeded: boolean): Promise<string> {
  if (await findElectron()) return inProject("node_modules", "electron", "dist");
  if (isNeeded)
    throw new Error("expected Electron's program, which installers hold, but it cannot be had");
  console.error(
    "Electron's program cannot be had here: the package holds a stub in its place and is for verification only.",
  );
  const stub = join(STAGE, "electron-stub");
  await makeElectronStub(stub, process.platform, await electronVersion());
  return stub;
}

async function electronVersion(): Promise<string> {
  const manifest = await readFile(inProject("node_modules", "electron", "package.json"), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}

assertNodeMajor();
await packApp(process.argv.includes("--installers"));
