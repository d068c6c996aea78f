import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inProject } from "./project.ts";

/** A download that is worth telling about has not ended by then. */
const QUIET_MS = 2_000;

/**
 * The Electron program that belongs to the installed package, fetched first where that is possible.
 * Undefined when it cannot be had here.
 */
export async function findElectron(
  folder = inProject("node_modules", "electron"),
): Promise<string | undefined> {
  return programIn(folder) ?? ((await fetchElectron(folder)) ? programIn(folder) : undefined);
}

function programIn(folder: string): string | undefined {
  const pathFile = join(folder, "path.txt");
  if (!existsSync(pathFile)) return undefined;
  const program = join(folder, "dist", readFileSync(pathFile, "utf8"));
  return existsSync(program) ? program : undefined;
}

/** Electron's package brings its own installer, which nothing runs at install time. */
async function fetchElectron(folder: string): Promise<boolean> {
  const installer = join(folder, "install.js");
  if (!existsSync(installer)) return false;
  const notice = setTimeout(() => console.error("Fetching Electron, once…"), QUIET_MS);
  const child = spawn(process.execPath, [installer], { stdio: "ignore" });
  const [code] = (await once(child, "exit")) as [number | null];
  clearTimeout(notice);
  return code === 0;
}
