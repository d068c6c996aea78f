import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** As Linux counts processor time, in the file that proc(5) describes. */
const TICKS_PER_SECOND = 100;

export interface ProcessUse {
  /** The program's file, or what it was started with where that is a script. */
  readonly name: string;
  readonly residentMb: number;
}

export interface TreeUse {
  readonly residentMb: number;
  readonly cpuSeconds: number;
  readonly processes: readonly ProcessUse[];
}

/** What a process and all below it hold and have used; of those that are there at this moment. Linux only. */
export function readTree(root: number): TreeUse {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    const pid = Number(name);
    const fields = Number.isInteger(pid) ? statOf(pid) : undefined;
    if (fields) parents.set(pid, Number(fields[1]));
  }
  const isBelow = (pid: number): boolean =>
    pid === root || (parents.has(pid) && isBelow(parents.get(pid)!));
  let cpuSeconds = 0;
  const processes: ProcessUse[] = [];
  for (const pid of [...parents.keys()].filter(isBelow)) {
    const fields = statOf(pid);
    // Also of its children that have ended.
    for (const at of [11, 12, 13, 14]) cpuSeconds += Number(fields?.[at] ?? 0) / TICKS_PER_SECOND;
    processes.push({ name: nameOf(pid), residentMb: residentOf(pid) });
  }
  const residentMb = processes.reduce((sum, process) => sum + process.residentMb, 0);
  return { residentMb, cpuSeconds, processes };
}

function nameOf(pid: number): string {
  const words = (read(`/proc/${pid}/cmdline`) ?? "").split("\0");
  return path.basename(words.find((word) => /\.[cm]?[jt]s$/.test(word)) ?? words[0] ?? "");
}

/** The fields behind the name, which may hold spaces; undefined for a process that has just ended. */
function statOf(pid: number): string[] | undefined {
  return read(`/proc/${pid}/stat`)?.split(") ")[1]?.split(" ");
}

/** With its share of what it shares with others (PSS), so that the sum over processes counts nothing twice. */
function residentOf(pid: number): number {
  const kilobytes = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? "")?.[1];
  return Number(kilobytes ?? 0) / 1024;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
