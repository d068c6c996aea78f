/**
 * @file Starts the desktop app, or the browser host where there is no Electron: `npm start [-- FOLDER…]`.
 */
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { resolve } from "node:path";
import { buildRenderer } from "./build-renderer.ts";
import { bundleShell } from "./bundle-shell.ts";
import { findElectron } from "./electron-binary.ts";
import { assertNodeMajor, inProject, ROOT } from "./project.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether a window has anywhere to appear. */
export function hasDisplay(platform: string, env: Environment): boolean {
  if (env.CI) return false;
  return platform !== "linux" || [env.DISPLAY, env.WAYLAND_DISPLAY].some(Boolean);
}

/** npm runs scripts in the project's folder; people mean the folder that they are in. */
export function toAbsolute(folders: readonly string[], env: Environment): string[] {
  return folders.map((folder) => resolve(env.INIT_CWD ?? ".", folder));
}

async function start(folders: readonly string[]): Promise<number> {
  const isVisible = hasDisplay(process.platform, process.env);
  const electron = isVisible ? await findElectron() : undefined;
  if (electron) {
    await Promise.all([buildRenderer(), bundleShell()]);
    return run(electron, [ROOT, ...folders]);
  }
  const why = isVisible ? "Electron's program cannot be had here" : "There is no display here";
  console.error(`${why}: opening the library in a browser instead.`);
  const open = isVisible ? ["--open"] : [];
  return run(process.execPath, [
    inProject("electron", "cli", "semblance.ts"),
    "serve",
    ...open,
    ...folders,
  ]);
}

/** Resolves with the exit status; Ctrl-C reaches the child by itself, which then ends in its own way. */
async function run(program: string, args: readonly string[]): Promise<number> {
  const child = spawn(program, args, { stdio: "inherit" });
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("exit", (code, signal) =>
      done(code ?? 128 + (signal ? constants.signals[signal] : 0)),
    );
  });
}

if (import.meta.main) {
  assertNodeMajor();
  process.exitCode = await start(toAbsolute(process.argv.slice(2), process.env));
}
