import { homedir } from "node:os";
import path from "node:path";

/** Where a user's library is unless they say otherwise. */
export function defaultLibraryFolder(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string {
  return path.join(userDataFolder(platform, env), isTitled(platform) ? "Semblance" : "semblance");
}

/** Where this system keeps what programs store for a user. */
export function userDataFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === "win32") return env.LOCALAPPDATA ?? path.join(homedir(), "AppData", "Local");
  if (platform === "darwin") return path.join(homedir(), "Library", "Application Support");
  return env.XDG_DATA_HOME ?? path.join(homedir(), ".local", "share");
}

/** Windows and macOS show these folders to people under capital letters. */
export function isTitled(platform: NodeJS.Platform): boolean {
  return platform === "win32" || platform === "darwin";
}
