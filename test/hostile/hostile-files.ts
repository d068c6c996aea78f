import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { BOMBS } from "./bombs.ts";
import { DAMAGES, misname } from "./damages.ts";
import { createRandom, type Random } from "./random.ts";
import { makeWholeFiles, type WholeFile } from "./whole-files.ts";

export interface HostileFile {
  /** Absolute. */
  readonly path: string;
  /** What was done to it, for the message of a test that fails. */
  readonly what: string;
}

export interface HostileFilesOptions {
  readonly seed: number;
  readonly count: number;
}

/** Writes `count` hostile files below `folder`; the same ones for the same seed. */
export async function writeHostileFiles(
  folder: string,
  { seed, count }: HostileFilesOptions,
): Promise<HostileFile[]> {
  const random = createRandom(seed);
  const whole = await makeWholeFiles();
  const makers = listMakers();
  const files: HostileFile[] = [];
  for (let number = 0; number < count; number++) {
    // Each way in turn, so that a few files already show every one of them.
    const [what, make] = makers[number % makers.length]!;
    const { extension, bytes } = make(random, whole);
    const file = path.join(folder, ...oddPlace(number, random), oddName(number, extension, random));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
    files.push({ path: file, what });
  }
  return files;
}

type Maker = (random: Random, whole: readonly WholeFile[]) => WholeFile;

function listMakers(): (readonly [what: string, make: Maker])[] {
  const damages = Object.entries(DAMAGES).map(([what, damage]) => {
    const make: Maker = (random, whole) => {
      const { extension, bytes } = random.pick(whole);
      return { extension, bytes: damage(bytes, random) };
    };
    return [what, make] as const;
  });
  const misnamed: Maker = (random, whole) => misname(random.pick(whole), random);
  const bombs = Object.entries(BOMBS);
  // Damages twice: there are more ways to be damaged than to explode.
  return [...damages, ...bombs, ["another format's name", misnamed], ...damages];
}

const DEEP = 40;

function oddPlace(number: number, random: Random): string[] {
  if (number % 10 === 3) return Array.from({ length: DEEP }, (_, level) => `level ${level}`);
  return [random.pick(["plain", "with space", "ü", "percent%20", "日本語", "quote'"])];
}

const NAMES: readonly ((random: Random) => string)[] = [
  () => "photo",
  () => "-rf",
  () => "two\nlines",
  () => "quote\"s and 'more'",
  () => "$(reboot)`;&|",
  () => "e\u0301 decomposed",
  () => "\u202egpj.right to left",
  () => "🦊".repeat(20),
  () => "a".repeat(200),
  () => "%s%n%d",
  () => "#comment",
  () => "ends with space ",
  (random) => String.fromCodePoint(0x4e00 + random.below(2000)).repeat(30),
];
/** What Windows does not allow in a name. */
const FORBIDDEN_ON_WINDOWS = /[\n"|<>:*?]/g;

/** The number keeps names apart, and says in a failed test which file it was. */
function oddName(number: number, extension: string, random: Random): string {
  const name = `${random.pick(NAMES)(random)} ${number}.${extension}`;
  return process.platform === "win32" ? name.replaceAll(FORBIDDEN_ON_WINDOWS, "_") : name;
}
