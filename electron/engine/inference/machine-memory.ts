/**
 * @file What was found out about this machine, kept in `machine.json` of the user's models folder: for every
 * library and every program of this user. All of it can be found out again, so a damaged file is an empty one.
 */
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { userModelsFolder } from "../support/default-models.ts";
import { replaceFile } from "../support/replace-file.ts";
import { Serial } from "../support/serial.ts";
import { isRunning } from "./is-running.ts";

/** One kind of knowledge: a name of its own in the file, and the shape of each entry. */
export interface MachineSection<T> {
  readonly name: string;
  readonly entry: z.ZodType<T>;
}

const Memory = z.record(z.string(), z.record(z.string(), z.unknown()));
type Memory = z.infer<typeof Memory>;

/** Writing takes milliseconds: a lock this old is of a killed program, whose process number was given away again. */
const STALE_LOCK_MS = 60_000;
const ASK_EVERY_MS = 5;

const writes = new Serial();

/** Every entry of a section by its key; what another version wrote in another shape is left out. */
export async function readMachine<T>(section: MachineSection<T>): Promise<ReadonlyMap<string, T>> {
  const entries = (await readMemory())[section.name] ?? {};
  const known = new Map<string, T>();
  for (const [key, value] of Object.entries(entries)) {
    const parsed = section.entry.safeParse(value);
    if (parsed.success) known.set(key, parsed.data);
  }
  return known;
}

/** Remembers one entry; all others stay, also those that another program writes at the same time. */
export function writeMachine<T>(section: MachineSection<T>, key: string, value: T): Promise<void> {
  return writes.run(async () => {
    await mkdir(dirname(memoryFile()), { recursive: true });
    await using _lock = await takeLock(`${memoryFile()}.lock`);
    const memory = await readMemory();
    const entries = { ...memory[section.name], [key]: value };
    const changed = { ...memory, [section.name]: entries };
    await replaceFile(memoryFile(), `${JSON.stringify(changed, undefined, 2)}\n`);
  });
}

function memoryFile(): string {
  return join(userModelsFolder(), "machine.json");
}

async function readMemory(): Promise<Memory> {
  try {
    return Memory.parse(JSON.parse(await readFile(memoryFile(), "utf8")));
  } catch {
    return {}; // Not there yet, or damaged: see above.
  }
}

/** Between programs; inside this one the writes wait for each other. */
async function takeLock(path: string): Promise<AsyncDisposable> {
  for (;;) {
    try {
      await writeFile(path, String(process.pid), { flag: "wx" });
      return { [Symbol.asyncDispose]: () => rm(path, { force: true }) };
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
    if (await isStale(path)) await rm(path, { force: true });
    else await delay(ASK_EVERY_MS);
  }
}

/** Windows says EPERM or EACCES of a file that is just being removed. */
function isTaken(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EEXIST") return true;
  return process.platform === "win32" && (code === "EPERM" || code === "EACCES");
}

/** Its program was killed. One that has not written its number yet has just begun. */
async function isStale(path: string): Promise<boolean> {
  const lock = await stat(path).catch(() => undefined);
  const pid = await readFile(path, "utf8").catch(() => "");
  if (lock === undefined) return false;
  return (pid !== "" && !isRunning(Number(pid))) || Date.now() - lock.mtimeMs > STALE_LOCK_MS;
}
