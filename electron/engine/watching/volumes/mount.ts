/** One file system as the system shows it, and where. */
export interface Mount {
  /** Absolute; "X:\" on Windows. */
  readonly mountPoint: string;
  /** The directory of the file system that is seen there: "/" unless it is a bind mount or a subvolume. */
  readonly root: string;
  /** "ext4", "nfs4", "smbfs"; "" on Windows, where the path tells. */
  readonly type: string;
  /** The device or the share behind it. */
  readonly source: string;
}

/** The mount that a path is on: the longest, and of several at one place the last, which covers the others. */
export function mountOf(folder: string, mounts: readonly Mount[]): Mount | undefined {
  let best: Mount | undefined;
  for (const mount of mounts) {
    if (!isAtOrBelow(folder, mount.mountPoint)) continue;
    if (!best || mount.mountPoint.length >= best.mountPoint.length) best = mount;
  }
  return best;
}

/** What is behind the mount point, with '/' between parts and none in front; "" for the mount point itself. */
export function pathBelow(folder: string, above: string): string {
  return folder
    .slice(above.length)
    .replaceAll("\\", process.platform === "win32" ? "/" : "\\")
    .replace(/^\/+/, "");
}

export function isAtOrBelow(folder: string, above: string): boolean {
  if (!folder.startsWith(above)) return false;
  return (
    folder.length === above.length || /[/\\]$/.test(above) || /[/\\]/.test(folder[above.length]!)
  );
}
