import type { Random } from "./random.ts";
import type { WholeFile } from "./whole-files.ts";

type Damage = (bytes: Buffer, random: Random) => Buffer;

/** What disks, networks, bad programs and bad people do to files. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  "cut off": (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  "a few bytes long": (bytes, random) => bytes.subarray(0, random.below(40)),
  "bits flipped": (bytes, random) => {
    const damaged = Buffer.from(bytes);
    for (let flips = 1 + random.below(60); flips > 0; flips--)
      damaged[random.below(damaged.length)]! ^= 1 << random.below(8);
    return damaged;
  },
  "bits of the header flipped": (bytes, random) => {
    const damaged = Buffer.from(bytes);
    const end = Math.min(600, damaged.length);
    for (let flips = 1 + random.below(12); flips > 0; flips--)
      damaged[4 + random.below(end - 4)]! ^= 1 << random.below(8);
    return damaged;
  },
  "a block of zeros": (bytes, random) => {
    const damaged = Buffer.from(bytes);
    const start = random.below(damaged.length);
    return damaged.fill(0, start, start + random.below(damaged.length - start));
  },
  "zeros from some place on": (bytes, random) =>
    Buffer.from(bytes).fill(0, random.below(bytes.length)),
  "a piece missing": (bytes, random) => {
    const start = random.below(bytes.length);
    return Buffer.concat([
      bytes.subarray(0, start),
      bytes.subarray(start + 1 + random.below(5000)),
    ]);
  },
  "a piece twice": (bytes, random) => {
    const start = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, start + random.below(5000)), bytes.subarray(start)]);
  },
  "noise behind the first bytes": (bytes, random) =>
    Buffer.from(bytes.map((value, at) => (at < 16 ? value : random.below(256)))),
  "large numbers in the header": (bytes, random) => {
    const damaged = Buffer.from(bytes);
    for (let times = 1 + random.below(4); times > 0; times--)
      damaged.writeUInt32LE(0xff_ff_ff_ff, 4 + random.below(Math.min(300, damaged.length - 8)));
    return damaged;
  },
};

/** Files whose name says what they are not; their bytes are fine, or are no picture at all. */
export function misname({ bytes }: WholeFile, random: Random): WholeFile {
  const extension = random.pick(["jpg", "png", "tif", "heic", "nef", "bmp", "webp", "avif", "gif"]);
  const others = [
    bytes,
    Buffer.alloc(0),
    Buffer.from("Dear diary, today I took no photo.\n"),
    Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>"),
    Buffer.from("#!/bin/sh\nexit 1\n"),
    Buffer.alloc(100_000),
  ];
  return { extension, bytes: random.pick(others) };
}
