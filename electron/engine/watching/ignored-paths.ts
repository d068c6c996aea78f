import path from "node:path";
import ignore, { type Ignore } from "ignore";
import { LibraryError } from "../../contract/errors.ts";

/** Folders in which other programs keep renditions, bins and packages of their own. */
const IGNORED_FOLDERS = new Set([
  "@eadir",
  "#recycle",
  "$recycle.bin",
  "system volume information",
  "node_modules",
]);

/** True for names that are never looked at: hidden ones, and other programs' folders. */
export function isIgnoredName(name: string): boolean {
  return name.startsWith(".") || IGNORED_FOLDERS.has(name.toLowerCase());
}

/** Whether a path inside a folder ('/' between parts) is left out. */
export type IsIgnored = (relative: string, isDirectory: boolean) => boolean;

/** The package remembers every path that it was asked about; so many are a few megabytes. */
const REMEMBERED_PATHS = 20_000;

export interface IgnoreOptions {
  /** The user's, in gitignore syntax. */
  readonly patterns?: readonly string[];
  /** Relative path of the library inside the folder, whose thumbnails are no photos. */
  readonly library?: string;
}

/**
 * What neither the scan nor the watcher looks at: the only place that decides. The user's patterns follow
 * gitignore, without regard to case; they cannot bring back what is never looked at.
 */
export function createIsIgnored({ patterns = [], library }: IgnoreOptions): IsIgnored {
  const isByName = (relative: string): boolean =>
    relative === library || isIgnoredName(relative.slice(relative.lastIndexOf("/") + 1));
  if (patterns.length === 0) return isByName;
  let rules: Ignore = ignore().add(patterns);
  let asked = 0;
  return (relative, isDirectory) => {
    if (isByName(relative)) return true;
    if (asked++ === REMEMBERED_PATHS) {
      rules = ignore().add(patterns);
      asked = 0;
    }
    return rules.ignores(isDirectory ? `${relative}/` : relative);
  };
}

/** Refuses what would silently leave nothing out. */
export function assertIgnorePatterns(patterns: readonly string[]): void {
  for (const pattern of patterns) {
    const isComment = pattern.trim() === "" || pattern.startsWith("#");
    if (isComment || /(^|[^\\])(\\\\)*\\$/.test(pattern)) {
      throw new LibraryError(
        "request-invalid",
        `expected a pattern in gitignore syntax, such as "exports/" or "*.psd.jpg", but got ${JSON.stringify(pattern)}`,
      );
    }
  }
}

/** Relative with '/' between parts on every system; undefined for what is not inside, and for the folder itself. */
export function relativeInside(folder: string, absolute: string): string | undefined {
  const relative = path.relative(folder, absolute);
  if (relative === "" || relative.startsWith("..") || path.isAbsolute(relative)) return undefined;
  return relative.replaceAll(path.sep, "/");
}
