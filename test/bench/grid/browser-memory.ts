import { readdirSync, readFileSync } from "node:fs";

/** What one kind of the browser's processes holds, in MB. Pages that several processes share count in parts, so that sums are true. */
export interface Held {
  /** "browser", "renderer", "gpu-process", or the service of a utility process. */
  readonly kind: string;
  readonly mb: number;
  /** Of it, shared memory: pictures that were decoded, and what is drawn into. */
  readonly sharedMb: number;
}

/** By kind, the largest first, of a browser and all its processes that are there at this moment. Linux only. */
export function readBrowserMemory(root: number): readonly Held[] {
  const held = new Map<string, Held>();
  for (const pid of processesBelow(root)) {
    const kind = kindOf(pid);
    const sizes = read(`/proc/${pid}/smaps_rollup`);
    if (kind === undefined || sizes === undefined) continue;
    const before = held.get(kind) ?? { kind, mb: 0, sharedMb: 0 };
    const mb = before.mb + sizeIn(sizes, "Pss");
    held.set(kind, { kind, mb, sharedMb: before.sharedMb + sizeIn(sizes, "Pss_Shmem") });
  }
  return [...held.values()].toSorted((a, b) => b.mb - a.mb);
}

function processesBelow(root: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    // Behind the name, which may hold spaces, come the state and the parent.
    const parent = read(`/proc/${name}/stat`)?.split(") ").at(-1)?.split(" ")[1];
    if (/^\d+$/.test(name) && parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isBelow = (pid: number): boolean =>
    pid === root || (parents.has(pid) && isBelow(parents.get(pid)!));
  return [...parents.keys()].filter(isBelow);
}

/** Undefined for a process that has just ended, and for those from which others are made. */
function kindOf(pid: number): string | undefined {
  const command = read(`/proc/${pid}/cmdline`);
  if (!command) return undefined;
  const service = /--utility-sub-type=(\w+)/.exec(command)?.[1];
  const type = /--type=([\w-]+)/.exec(command)?.[1];
  return type === "zygote" ? undefined : (service ?? type ?? "browser");
}

function sizeIn(sizes: string, name: string): number {
  const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(sizes)?.[1];
  return Number(kilobytes ?? 0) / 1024;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
