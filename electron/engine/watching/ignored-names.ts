/** Folders in which other programs keep renditions, bins and packages of their own. */
const IGNORED_FOLDERS = new Set([
  "@eadir",
  "#recycle",
  "$recycle.bin",
  "system volume information",
  "node_modules",
]);

/** True for names that neither the scan nor the watcher looks at: hidden ones, and other programs' folders. */
export function isIgnoredName(name: string): boolean {
  return name.startsWith(".") || IGNORED_FOLDERS.has(name.toLowerCase());
}
