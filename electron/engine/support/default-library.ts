import { homedir } from "node:os";
import path from "node:path";

/** Where a user's library is unless they say otherwise. */
export function defaultLibraryFolder(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string {
  if (platform === "win32") {
    return path.join(env.LOCALAPPDATA ?? path.join(homedir(), "AppData", "Local"), "Semblance");
  }
  if (platform === "darwin")
    return path.join(homedir(), "Library", "Application Support", "Semblance");
  return path.join(env.XDG_DATA_HOME ?? path.join(homedir(), ".local", "share"), "semblance");
}
