import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Peaks of a process and of what it has started, in bytes, as the system last told them. */
export interface TreePeak {
  /** The most that all of them together were seen to hold at one moment. */
  readonly treeBytes: number;
  /** The most that any one of the started ones ever held. */
  readonly childBytes: number;
}

const EVERY_MS = 50;

/** Watches a process and its descendants until disposed; only where /proc tells of them (Linux). */
export function watchTreeMemory(pid: number): Disposable & { peak(): TreePeak | undefined } {
  let treeBytes = 0;
  let childBytes = 0;
  const look = () => {
    const tree = [pid, ...descendants(pid)];
    treeBytes = Math.max(
      treeBytes,
      tree.reduce((sum, one) => sum + read(one, "VmRSS"), 0),
    );
    childBytes = Math.max(childBytes, ...tree.slice(1).map((one) => read(one, "VmHWM")));
  };
  const isTold = existsSync("/proc/self/status");
  const timer = isTold ? setInterval(look, EVERY_MS) : undefined;
  return {
    peak: () => (isTold ? { treeBytes, childBytes } : undefined),
    [Symbol.dispose]: () => clearInterval(timer),
  };
}

function descendants(pid: number): number[] {
  return listTasks(pid).flatMap((task) => {
    const children = readOr(`/proc/${pid}/task/${task}/children`).trim();
    const pids = children === "" ? [] : children.split(" ").map(Number);
    return pids.flatMap((child) => [child, ...descendants(child)]);
  });
}

function listTasks(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return []; // It has ended meanwhile.
  }
}

function read(pid: number, field: string): number {
  const kilobytes = new RegExp(`${field}:\\s+(\\d+) kB`).exec(readOr(`/proc/${pid}/status`))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

function readOr(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return ""; // The process has ended meanwhile.
  }
}
