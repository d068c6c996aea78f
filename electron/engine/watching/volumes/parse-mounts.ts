import type { Mount } from "./mount.ts";

/**
 * Linux: /proc/self/mountinfo, in the order of mounting. A line is "id parent major:minor root mount-point
 * options [tags…] - type source options", with blanks as octal escapes (proc_pid_mountinfo(5)).
 */
export function parseMountinfo(text: string): Mount[] {
  return text.split("\n").flatMap((line) => {
    const [before, after] = line.split(" - ");
    const [, , , root, mountPoint] = before!.split(" ");
    const [type, source] = after?.split(" ") ?? [];
    if (!root || !mountPoint || !type || source === undefined) return [];
    return [
      { mountPoint: unescape(mountPoint), root: unescape(root), type, source: unescape(source) },
    ];
  });
}

function unescape(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  );
}

/** macOS: what mount(8) prints, "source on /mount/point (type, option, …)". */
export function parseMountCommand(text: string): Mount[] {
  return text.split("\n").flatMap((line) => {
    const parts = /^(.+?) on (\/.*) \(([^,)]+)[^)]*\)$/.exec(line);
    if (!parts) return [];
    return [{ source: parts[1]!, mountPoint: parts[2]!, type: parts[3]!, root: "/" }];
  });
}
