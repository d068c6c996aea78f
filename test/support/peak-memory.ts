import { existsSync, readFileSync } from "node:fs";

/**
 * The most bytes of memory that this process has ever held; undefined where the system does not tell it. What
 * process.resourceUsage() says begins, on Linux, with the size of the process that started this one.
 */
export function peakBytes(): number | undefined {
  if (!existsSync("/proc/self/status")) return undefined;
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}
