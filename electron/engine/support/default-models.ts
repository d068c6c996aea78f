import path from "node:path";
import { isTitled, userDataFolder } from "./default-library.ts";

/**
 * Where a user's downloaded models, prepared graphs and what was measured of this machine are: outside every
 * library, because they are the same for all. `SEMBLANCE_USER_MODELS` names another folder.
 */
export function userModelsFolder(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string {
  if (env.SEMBLANCE_USER_MODELS !== undefined) return env.SEMBLANCE_USER_MODELS;
  const name = isTitled(platform) ? "Semblance Models" : "semblance-models";
  return path.join(userDataFolder(platform, env), name);
}
