/**
 * @file What happens to photos on a disk, at random, with a record of which file is which photo.
 */
import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { rewriteMetadata } from "../../support/rewrite-metadata.ts";

const POOL = 40;
const SIDE = 24;

/** JPEGs of noise, unlike each other, each with an edited one that is like it. */
export async function makePool(random: () => number): Promise<{ plain: Buffer; edited: Buffer }[]> {
  const pool = [];
  for (let index = 0; index < POOL; index++) {
    const pixels = Buffer.from(Array.from({ length: SIDE * SIDE * 3 }, () => random() * 200));
    const raw = { width: SIDE, height: SIDE, channels: 3 } as const;
    const picture = () => sharp(pixels, { raw });
    pool.push({
      plain: await picture().jpeg({ quality: 95 }).toBuffer(),
      edited: await picture().linear(1.1, 10).jpeg({ quality: 90 }).toBuffer(),
    });
  }
  return pool;
}

/** A file as the record has it. */
export interface DiskFile {
  /** Which photo it is; copies are the same photo. */
  readonly photo: number;
  readonly path: string;
  /** EXIF orientation; a program that edits a photo does not turn it. */
  readonly orientation: number;
}

/**
 * Files in some directories of two roots. Between two looks of the engine a photo, and a path, is touched once at most:
 * what is edited and moved at the same time is another file to any program.
 */
export class RandomDisk {
  readonly files = new Map<string, DiskFile>();
  /** Photos of which there was a copy at any time: which of the files is the photo is open. */
  readonly copied = new Set<number>();
  /** What was done, for people who look for the fault. */
  readonly log: string[] = [];
  readonly #directories: readonly string[];
  readonly #random: () => number;
  readonly #pool: readonly { plain: Buffer; edited: Buffer }[];
  readonly #deleted = new Map<number, DiskFile & { bytes: Buffer }>();
  #touched = new Set<number | string>();
  #photos = 0;
  #names = 0;
  #seconds = 1_500_000_000;

  constructor(
    roots: readonly string[],
    { random, pool }: { random: () => number; pool: readonly { plain: Buffer; edited: Buffer }[] },
  ) {
    this.#random = random;
    this.#pool = pool;
    this.#directories = roots.flatMap((root) =>
      ["", "x", "y"].map((name) => path.join(root, name)),
    );
    for (const directory of this.#directories) mkdirSync(directory, { recursive: true });
    for (let index = 0; index < 6; index++) this.#create(this.#freePath());
  }

  /** The engine has looked: everything may be touched again. */
  settle(): void {
    this.#touched = new Set();
    this.log.push("look");
  }

  act(): void {
    const acts = [
      this.#rename,
      this.#rename,
      this.#moveByCopy,
      this.#copy,
      this.#swap,
      this.#replace,
      this.#replaceByCopy,
      this.#edit,
      this.#recreate,
      this.#saveByRename,
      this.#rewriteInPlace,
      this.#rewriteAndMove,
      this.#delete,
      this.#restore,
      this.#add,
      this.#overwrite,
      this.#renameDirectory,
    ];
    this.#pick(acts)!.call(this);
  }

  #rename(): void {
    const [file, to] = [this.#takeFile(), this.#freePath()];
    if (!file) return;
    this.#say("rename", file, to);
    renameSync(file.path, to);
    this.#place(file, to);
  }

  #moveByCopy(): void {
    const [file, to] = [this.#takeFile(), this.#freePath()];
    if (!file) return;
    this.#say("move between disks", file, to);
    this.#write(
      to,
      readFileSync(file.path),
      this.#random() < 0.5 ? statSync(file.path).mtime : undefined,
    );
    rmSync(file.path);
    this.#place(file, to);
  }

  #copy(): void {
    const [file, to] = [this.#takeFile(), this.#freePath()];
    if (!file) return;
    this.#say("copy", file, to);
    this.#write(to, readFileSync(file.path));
    this.files.set(to, { ...file, path: to });
    this.copied.add(file.photo);
  }

  #swap(): void {
    const [a, b] = [this.#takeFile(), this.#takeFile()];
    if (!a || !b) return;
    this.#say("swap", a, b.path);
    const between = `${a.path}.swap`;
    renameSync(a.path, between);
    renameSync(b.path, a.path);
    renameSync(between, b.path);
    this.files.set(a.path, { ...b, path: a.path });
    this.files.set(b.path, { ...a, path: b.path });
  }

  #replace(): void {
    const [file, over] = [this.#takeFile(), this.#takeFile()];
    if (!file || !over) return;
    this.#say("move over", file, over.path);
    renameSync(file.path, over.path);
    this.#place(file, over.path);
  }

  #replaceByCopy(): void {
    const [file, over] = [this.#takeFile(), this.#takeFile()];
    if (!file || !over) return;
    this.#say("move between disks over", file, over.path);
    const bytes = readFileSync(file.path);
    rmSync(over.path);
    this.#write(over.path, bytes);
    rmSync(file.path);
    this.#place(file, over.path);
  }

  #edit(): void {
    const file = this.#takeFile();
    if (file) this.#save("edit", file, () => this.#write(file.path, this.#editedOf(file)));
  }

  #recreate(): void {
    const file = this.#takeFile();
    if (!file) return;
    this.#save("delete and write anew", file, () => {
      rmSync(file.path);
      this.#write(file.path, this.#editedOf(file));
    });
  }

  #saveByRename(): void {
    const file = this.#takeFile();
    if (!file) return;
    this.#save("write beside and rename", file, () => {
      this.#write(`${file.path}.tmp`, this.#editedOf(file));
      renameSync(`${file.path}.tmp`, file.path);
    });
  }

  #rewriteInPlace(): void {
    const file = this.#takeFile();
    if (!file) return;
    this.#say("rewrite metadata", file);
    this.#rewrite(file, file.path);
  }

  #rewriteAndMove(): void {
    const [file, to] = [this.#takeFile(), this.#freePath()];
    if (!file) return;
    this.#say("rewrite metadata and move", file, to);
    this.#rewrite(file, to);
  }

  #delete(): void {
    const file = this.#takeFile();
    if (!file) return;
    this.#say("delete", file);
    this.#deleted.set(file.photo, { ...file, bytes: readFileSync(file.path) });
    rmSync(file.path);
    this.files.delete(file.path);
  }

  #restore(): void {
    const [photo] = [...this.#deleted.keys()].filter((one) => !this.#touched.has(one));
    if (photo === undefined) return;
    const { bytes, orientation, path: old } = this.#deleted.get(photo)!;
    const to =
      this.files.has(old) || this.#touched.has(old) || this.#random() < 0.5
        ? this.#freePath()
        : old;
    this.#deleted.delete(photo);
    this.#touched.add(photo).add(to);
    this.log.push(`restore ${photo} at ${to}`);
    this.#write(to, bytes);
    this.files.set(to, { photo, orientation, path: to });
  }

  #add(): void {
    this.#create(this.#freePath());
  }

  /** Another photo under the same name; the user will be asked. */
  #overwrite(): void {
    const file = this.#takeFile();
    if (!file || this.#photos === POOL) return;
    this.files.delete(file.path);
    this.#create(file.path);
  }

  #renameDirectory(): void {
    const directory = this.#pick(this.#directories.filter((name) => /[xy]$/.test(name)))!;
    const inside = [...this.files.values()].filter(
      ({ path: at }) => path.dirname(at) === directory,
    );
    if (inside.some(({ photo, path: at }) => this.#touched.has(photo) || this.#touched.has(at)))
      return;
    const to = `${directory} ${this.#names++}`;
    this.log.push(`rename directory ${directory} -> ${to}`);
    renameSync(directory, to);
    mkdirSync(directory);
    for (const file of inside) {
      const now = path.join(to, path.basename(file.path));
      this.#touched.add(file.photo).add(file.path).add(now);
      this.#place(file, now);
    }
  }

  #create(at: string): void {
    if (this.#photos === POOL) return;
    const photo = this.#photos++;
    this.#touched.add(photo).add(at);
    this.log.push(`create ${photo} at ${at}`);
    this.#write(at, this.#pool[photo]!.plain);
    this.files.set(at, { photo, path: at, orientation: 1 });
  }

  #save(what: string, file: DiskFile, act: () => void): void {
    this.#say(what, file);
    act();
  }

  #editedOf({ photo, orientation }: DiskFile): Buffer {
    const comment = `edit ${this.#names++}`;
    return rewriteMetadata(this.#pool[photo]!.edited, { comment, orientation });
  }

  #rewrite(file: DiskFile, to: string): void {
    const orientation = 1 + Math.floor(this.#random() * 8);
    const comment = `rewrite ${this.#names++}`;
    const bytes = rewriteMetadata(readFileSync(file.path), { orientation, comment });
    rmSync(file.path);
    this.#write(to, bytes);
    this.#place({ ...file, orientation }, to);
  }

  /** Times are long past, so that no file is taken for one that is being written. */
  #write(at: string, bytes: Buffer, time = new Date(this.#seconds++ * 1000)): void {
    writeFileSync(at, bytes);
    utimesSync(at, time, time);
  }

  #place(file: DiskFile, to: string): void {
    this.files.delete(file.path);
    this.files.set(to, { ...file, path: to });
  }

  /** A file whose photo and path nobody has touched since the last look, now touched. */
  #takeFile(): DiskFile | undefined {
    const free = [...this.files.values()].filter(
      (file) => !this.#touched.has(file.photo) && !this.#touched.has(file.path),
    );
    const file = this.#pick(free);
    if (file) this.#touched.add(file.photo).add(file.path);
    return file;
  }

  #freePath(): string {
    const to = path.join(this.#pick(this.#directories)!, `${this.#names++}.jpg`);
    this.#touched.add(to);
    return to;
  }

  #pick<T>(of: readonly T[]): T | undefined {
    return of[Math.floor(this.#random() * of.length)];
  }

  #say(what: string, { photo, path: at }: DiskFile, to?: string): void {
    this.log.push(`${what} ${photo}: ${at}${to === undefined ? "" : ` -> ${to}`}`);
  }
}
