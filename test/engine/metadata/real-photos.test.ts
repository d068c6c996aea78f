/**
 * @file Dates, places and cameras of real photos against what is known of them: of the committed photos by a table that exiftool
 * made, of ../shared/photos by asking exiftool itself.
 */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { readFacts } from "../../../electron/engine/photo-worker/read-facts.ts";
import { endExiftool } from "../../../electron/engine/metadata/exiftool.ts";
import { joinCamera } from "../../../electron/engine/metadata/exif-text.ts";
import type { PhotoFacts } from "../../../electron/engine/metadata/photo-facts.ts";
import { FIXTURES, hasShared, SHARED } from "../../support/fixtures.ts";

/** What exiftool says of a file with -n; keys are `Group:Name`. */
type Said = Readonly<Record<string, string | number>> & { readonly SourceFile: string };

interface Compared {
  readonly day: string | undefined;
  readonly camera: string | undefined;
  readonly place: string | undefined;
}

const EXIFTOOL = "/usr/bin/exiftool";
const FIELDS = [
  "DateTimeOriginal",
  "DateCreated",
  "CreateDate",
  "Make",
  "Model",
  "GPSLatitude",
  "GPSLongitude",
];
const DAY = /^(\d+):(\d+):(\d+)/;
const PICTURE = /\.(jpe?g|png|webp|avif|heic|heif|tiff?|gif)$/i;

afterAll(endExiftool);

/** What is compared: the second, the camera, the place to about a metre; dates that are no day of the calendar are none. */
function ofExiftool(said: Said): Compared {
  const all = (name: string) =>
    Object.entries(said)
      .filter(([key, value]) => key.endsWith(`:${name}`) && String(value).trim() !== "")
      .map(([, value]) => String(value).trim());
  const dates = [...all("DateTimeOriginal"), ...all("DateCreated"), ...all("CreateDate")];
  // Apart from its hemisphere a place is only half said; these two groups have it with its sign.
  const place = ["Composite", "XMP-exif"].map((group) =>
    [said[`${group}:GPSLatitude`], said[`${group}:GPSLongitude`]].map((part) => String(part ?? "")),
  );
  const [latitude, longitude] = place.find((parts) => parts.every((part) => part !== "")) ?? [];
  return {
    day: dates.find(isDay)?.slice(0, 19).replace(DAY, "$1-$2-$3").replace(" ", "T"),
    camera: joinCamera(all("Make")[0], all("Model")[0]),
    place: toPlace(Number(latitude ?? 0), Number(longitude ?? 0)),
  };
}

function isDay(date: string): boolean {
  return (
    new Date(`${date.slice(0, 10).replace(DAY, "$1-$2-$3")}T00:00:00Z`).getUTCFullYear() > 1825
  );
}

function ofFacts({ takenAt, takenFrom, camera, latitude, longitude }: PhotoFacts): Compared {
  return {
    // A name is not metadata to exiftool.
    day: takenFrom === "name" ? undefined : takenAt?.slice(0, 19),
    camera,
    place: toPlace(latitude ?? 0, longitude ?? 0),
  };
}

function toPlace(latitude: number, longitude: number): string | undefined {
  if (latitude === 0 && longitude === 0) return undefined;
  return `${latitude.toFixed(5)} ${longitude.toFixed(5)}`;
}

test("dates, cameras and places of the committed photos are those of the table", async () => {
  const table = path.join(import.meta.dirname, "expected-facts.json");
  const expected = JSON.parse(await readFile(table, "utf8")) as Record<string, PhotoFacts>;

  const read = await Promise.all(
    Object.keys(expected).map(
      async (name) => [name, await readFacts(FIXTURES + name, [])] as const,
    ),
  );

  expect(Object.fromEntries(read)).toEqual(expected);
  expect(read.length).toBeGreaterThan(20);
});

test.skipIf(!hasShared || !existsSync(EXIFTOOL))(
  `at least 99 % of dates, cameras and places of ../shared's photos are read as ${EXIFTOOL} reads them`,
  { timeout: 180_000 },
  async () => {
    const root = path.join(SHARED, "photos");
    const fields = FIELDS.map((field) => `-${field}`);
    const { stdout } = await promisify(execFile)(
      EXIFTOOL,
      ["-j", "-n", "-r", "-a", "-G1", ...fields, root],
      {
        maxBuffer: 64_000_000,
      },
    );
    const all = (JSON.parse(stdout) as Said[]).filter(({ SourceFile }) => PICTURE.test(SourceFile));

    const compared = { day: 0, camera: 0, place: 0 };
    const different: string[] = [];
    for (const said of all) {
      const [theirs, ours] = [ofExiftool(said), ofFacts(await readFacts(said.SourceFile, []))];
      for (const field of ["day", "camera", "place"] as const) {
        if (theirs[field] === undefined && ours[field] === undefined) continue;
        compared[field]++;
        if (theirs[field] === ours[field]) continue;
        const name = path.relative(root, said.SourceFile);
        different.push(`${field}: ${name}: exiftool ${theirs[field]}, here ${ours[field]}`);
      }
    }

    process.stdout.write(
      `${JSON.stringify(compared)} compared, different:\n${different.join("\n")}\n`,
    );
    for (const field of ["day", "camera", "place"] as const) {
      const wrong = different.filter((line) => line.startsWith(field)).length;
      expect(compared[field], field).toBeGreaterThan(20);
      expect(wrong / compared[field], field).toBeLessThanOrEqual(0.01);
    }
  },
);
