import { homedir } from "node:os";
import path from "node:path";

/**
 * Where a user's downloaded models, prepared graphs and what was measured of this machine are: outside every
 * library, because they are the same for all. `SEMBLANCE_USER_MODELS` names another folder.
 */
export function userModelsFolder(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string {
  if (env.SEMBLANCE_USER_MODELS !== undefined) return env.SEMBLANCE_USER_MODELS;
  if (platform === "win32") {
    const local = env.LOCALAPPDATA ?? path.join(homedir(), "AppData", "Local");
    return path.join(local, "Semblance Models");
  }
  if (platform === "darwin")
    return path.join(homedir(), "Library", "Application Support", "Semblance Models");
  return path.join(
    env.XDG_DATA_HOME ?? path.join(homedir(), ".local", "share"),
    "semblance-models",
  );
}
