/**
 * @file Random edits by the user and by exiftool in turn, with the field sets of digiKam and Lightroom: what exiftool reads in the end is what a
 * plain rule over fields says, and what only exiftool wrote is still there.
 */
import { ExifTool } from "exiftool-vendored";
import { expect } from "vitest";
import { seeded } from "../../../faults/damage.ts";
import { mirroredPhotos } from "../../../support/mirrored-photos.ts";

const ROUNDS = 3;
const TAGS = [
  "ferry",
  "Places/Lisbon",
  "Boats/Old & <new>",
  "böat 😀",
  "Boats/a, b; c",
  "Ende|Anfang",
];
const TEXTS = [
  "Tejo",
  "Fähren um 12",
  'Schiff & <Segel> "eins"',
  "船\nund Meer",
  "a|b/c; d",
  "=1+1",
];
const COLOURS = ["Red", "Yellow", "Green", "Blue", "Purple"];
/** digiKam's numbers for them. */
const NUMBERS: Readonly<Record<string, number>> = {
  Red: 1,
  Yellow: 3,
  Green: 4,
  Blue: 5,
  Purple: 6,
};

/** What one side says. */
interface Side {
  title: string;
  caption: string;
  rating: number;
  colour: string;
  flag: number;
  readonly tags: Set<string>;
}

const SINGLES = ["title", "caption", "rating", "colour", "flag"] as const;
const FIELDS = {
  title: "title",
  caption: "caption",
  rating: "rating",
  colour: "colour_label",
  flag: "flag",
} as const;

/** Fails where a merge is not as specified; answers with the number of fields that were in conflict. */
export async function mergeExiftoolEdits({
  first,
  count,
}: {
  readonly first: number;
  readonly count: number;
}): Promise<number> {
  await using library = await mirroredPhotos();
  const exiftool = new ExifTool({ maxProcs: 1, geolocation: false });
  let conflicts = 0;
  try {
    for (let seed = first; seed < first + count; seed++) {
      const photo = await library.add(`${seed}.jpg`);
      conflicts += await playGame({ photo, exiftool, seed });
    }
  } finally {
    await exiftool.end();
  }
  return conflicts;
}

interface Game {
  readonly photo: Awaited<ReturnType<Awaited<ReturnType<typeof mirroredPhotos>>["add"]>>;
  readonly exiftool: ExifTool;
  readonly seed: number;
}

async function playGame({ photo, exiftool, seed }: Game): Promise<number> {
  const random = seeded(seed + 1000);
  const start = (): Side => ({
    title: "Tejo",
    caption: "Ferries\nat noon",
    rating: 3,
    colour: "Red",
    flag: 1,
    tags: new Set(["ferry"]),
  });
  let [base, ours, theirs] = [start(), start(), start()];
  photo.tag("ferry");
  for (const field of SINGLES) enter(photo, field, ours);
  await photo.mirror();
  let conflicts = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    const note = `seed ${seed}, round ${round}`;
    // Where a conflict is open the properties differ, and nobody could tell which program spoke last: one that knows all of them.
    const isOpen = theirs.colour !== base.colour || theirs.flag !== base.flag;
    for (const field of SINGLES.filter(() => random() < 0.3)) {
      Object.assign(ours, { [field]: draw(random, field) });
      enter(photo, field, ours);
    }
    for (const field of SINGLES.filter(() => random() < 0.3))
      Object.assign(theirs, { [field]: draw(random, field) });
    const [mine, other] = [pick(random, TAGS), pick(random, TAGS)];
    if (random() < 0.6) toggle(ours.tags, mine, photo);
    if (random() < 0.6) toggle(theirs.tags, other);
    await write(exiftool, photo.sidecar(), {
      side: theirs,
      note,
      isDigikam: random() < 0.5,
      isOpen,
      base,
    });

    const { outcome } = await photo.mirror();

    const wanted = merge(base, ours, theirs);
    conflicts += wanted.conflicts.length;
    expect(outcome === "conflict", note).toBe(wanted.conflicts.length > 0);
    expect(await read(exiftool, photo.sidecar()), note).toMatchObject(
      toRead(wanted.theirs, note, wanted.conflicts),
    );
    expect([...photo.tags()].sort(), note).toEqual([...wanted.theirs.tags].sort());
    expect(photo.entered(), note).toEqual(toEntered(wanted.ours));
    ({ base, ours, theirs } = wanted);
  }
  return conflicts;
}

function draw(random: () => number, field: (typeof SINGLES)[number]): string | number {
  if (field === "rating") return 1 + Math.floor(random() * 5);
  if (field === "flag") return random() < 0.5 ? 1 : -1;
  return pick(random, field === "colour" ? COLOURS : TEXTS);
}

function enter(photo: Game["photo"], field: (typeof SINGLES)[number], side: Side): void {
  photo.enter(FIELDS[field], toEntered(side)[FIELDS[field]]!);
}

function toEntered(side: Side): Record<string, string | number> {
  const { title, caption, rating, colour, flag } = side;
  return {
    title,
    caption,
    rating,
    colour_label: colour.toLowerCase(),
    flag: flag === 1 ? "pick" : "reject",
  };
}

function toggle(tags: Set<string>, tag: string, photo?: Game["photo"]): void {
  if (tags.delete(tag)) photo?.untag(tag);
  else {
    tags.add(tag);
    photo?.tag(tag);
  }
}

/** digiKam writes every list and number of its own; Lightroom leaves digiKam's as they were. */
async function write(
  exiftool: ExifTool,
  file: string,
  change: {
    readonly side: Side;
    readonly note: string;
    readonly isDigikam: boolean;
    readonly isOpen: boolean;
    readonly base: Side;
  },
): Promise<void> {
  const { side, note, isDigikam, isOpen, base } = change;
  const tags = [...side.tags];
  // Lightroom can write no level with its separator in it; digiKam does, and this one leaves Lightroom's list without it as we do.
  const hierarchical = tags.filter((tag) => !tag.includes("|"));
  const isPiped =
    tags.length > hierarchical.length || [...base.tags].some((tag) => tag.includes("|"));
  const own =
    isDigikam || isPiped || isOpen
      ? {
          "XMP-digiKam:TagsList": tags,
          "XMP-digiKam:ColorLabel": NUMBERS[side.colour]!,
          "XMP-digiKam:PickLabel": side.flag === 1 ? 3 : 1,
        }
      : {};
  // The types know these names without their groups only.
  const written: Readonly<Record<string, unknown>> = {
    "XMP-dc:Title": side.title,
    "XMP-dc:Title-de": `${note} (de)`,
    "XMP-dc:Description": side.caption,
    "XMP-dc:Subject": tags.map((tag) => tag.split("/").at(-1)!),
    "XMP-lr:HierarchicalSubject": hierarchical.map((tag) => tag.replaceAll("/", "|")),
    "XMP-xmp:Rating": side.rating,
    "XMP-xmp:Label": side.colour,
    ...(isDigikam && !isOpen ? {} : { "XMP-xmpDM:Pick": side.flag }),
    ...own,
    "XMP-iptcExt:PersonInImage": ["Ana", note],
    "XMP-photoshop:Instructions": note,
  };
  await exiftool.write(file, written, { writeArgs: ["-overwrite_original"] });
}

async function read(exiftool: ExifTool, file: string): Promise<Record<string, unknown>> {
  const said: Readonly<Record<string, unknown>> = await exiftool.readRaw(file, {
    readArgs: ["-G1", "-struct", "-a", "-n", "-XMP:all"],
  });
  const list = (name: string) => [said[name] ?? []].flat().map(String).sort();
  return {
    title: said["XMP-dc:Title"],
    german: said["XMP-dc:Title-de"],
    caption: said["XMP-dc:Description"],
    rating: said["XMP-xmp:Rating"],
    label: said["XMP-xmp:Label"],
    colorLabel: said["XMP-digiKam:ColorLabel"],
    pick: said["XMP-xmpDM:Pick"],
    pickLabel: said["XMP-digiKam:PickLabel"],
    hierarchy: list("XMP-lr:HierarchicalSubject"),
    tagsList: list("XMP-digiKam:TagsList"),
    subject: list("XMP-dc:Subject"),
    people: list("XMP-iptcExt:PersonInImage"),
    instructions: said["XMP-photoshop:Instructions"],
  };
}

/** While a label is in conflict, the properties that their program does not know still say what was agreed on. */
function toRead(
  { title, caption, rating, colour, flag, tags }: Side,
  note: string,
  conflicts: readonly string[],
) {
  const all = [...tags];
  return {
    title,
    german: `${note} (de)`,
    caption,
    rating,
    label: colour,
    ...(!conflicts.includes("colour") && { colorLabel: NUMBERS[colour] }),
    ...(!conflicts.includes("flag") && { pick: flag, pickLabel: flag === 1 ? 3 : 1 }),
    hierarchy: all
      .filter((tag) => !tag.includes("|"))
      .map((tag) => tag.replaceAll("/", "|"))
      .sort(),
    tagsList: all.sort(),
    subject: all.map((tag) => tag.split("/").at(-1)!).sort(),
    people: ["Ana", note],
    instructions: note,
  };
}

/** The rule that is to be kept, written down a second time. */
function merge(base: Side, ours: Side, theirs: Side) {
  const tags = TAGS.filter((tag) =>
    ours.tags.has(tag) === base.tags.has(tag) ? theirs.tags.has(tag) : ours.tags.has(tag),
  );
  const copy = (side: Side): Side => ({ ...side, tags: new Set(tags) });
  const next = { base: copy(base), ours: copy(ours), theirs: copy(theirs) };
  const conflicts = SINGLES.filter((field) => {
    const [isOurs, isTheirs] = [ours[field] !== base[field], theirs[field] !== base[field]];
    if (isOurs && isTheirs && ours[field] !== theirs[field]) return true;
    const held = isTheirs ? theirs[field] : ours[field];
    for (const side of Object.values(next)) Object.assign(side, { [field]: held });
    return false;
  });
  return { ...next, conflicts };
}

function pick<T>(random: () => number, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)]!;
}
