import path from "node:path";

/**
 * The path as a native library may be given it: Windows ends the paths of programs that do not say otherwise at
 * 260 characters, and "\\?\" in front is how they say it. Node's own file functions do this by themselves.
 */
export function toNativePath(
  file: string,
  platform: Pick<typeof path, "toNamespacedPath"> = path,
): string {
  return platform.toNamespacedPath(file);
}
