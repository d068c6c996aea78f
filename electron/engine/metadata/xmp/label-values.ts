/**
 * @file Colour labels and flags in XMP, for which every program has a property of its own.
 *
 * Colours: xmp:Label (XMP specification part 2, 8.4: a free text; Lightroom and Bridge write the name that the user's label set has for the
 * colour, in English by default), digiKam:ColorLabel (digiKam, 0 to 9, which reads and writes xmp:Label as well), darktable:colorlabels
 * (darktable, a list of 0 to 4; it reads xmp:Label and leaves it). Flags: xmpDM:pick (Lightroom Classic since 13.2: 1, 0, -1) and
 * digiKam:PickLabel (0 none, 1 rejected, 2 pending, 3 accepted).
 */
import { DARKTABLE, DIGIKAM, XMP, XMP_DM } from "./xmp-names.ts";
import { textOf, type XmpProperties } from "./xmp-value.ts";

/** What each property that is there says, in the order in which they count; null is none. A name that nobody knows is as it is written. */
export type Spellings = (string | null)[];

/** Numbers of digiKam:ColorLabel. */
const DIGIKAM_COLOURS = [
  null,
  "red",
  "orange",
  "yellow",
  "green",
  "blue",
  "purple",
  "grey",
  "black",
  "white",
] as const;

/** Numbers of darktable:colorlabels. */
const DARKTABLE_COLOURS = ["red", "yellow", "green", "blue", "purple"] as const;

/** Lightroom's and Bridge's own label sets. */
const NAMES: Readonly<Record<string, string | null>> = {
  red: "red",
  yellow: "yellow",
  green: "green",
  blue: "blue",
  purple: "purple",
  select: "red",
  second: "yellow",
  approved: "green",
  review: "blue",
  "to do": "purple",
  none: null,
  "": null,
};

export function readColours(properties: XmpProperties): Spellings {
  return present(properties, {
    [`${XMP}Label`]: (text) => {
      const name = text.toLowerCase();
      return name in NAMES ? NAMES[name]! : text;
    },
    [`${DIGIKAM}ColorLabel`]: (text) => {
      const colour = DIGIKAM_COLOURS[Number(text)];
      return colour === undefined ? text : colour;
    },
    // Several colours at once are darktable's alone; the first is told.
    [`${DARKTABLE}colorlabels`]: (text) =>
      text === "" ? null : (DARKTABLE_COLOURS[Number(text)] ?? text),
  });
}

export function readFlags(properties: XmpProperties): Spellings {
  const [lightroom, digikam] = [
    { "1": "pick", "0": null, "-1": "reject" },
    { "3": "pick", "2": "pending", "1": "reject", "0": null },
  ] as Readonly<Record<string, string | null>>[];
  const from = (names: Readonly<Record<string, string | null>>) => (text: string) =>
    text in names ? names[text]! : null;
  return present(properties, {
    [`${XMP_DM}pick`]: from(lightroom!),
    [`${DIGIKAM}PickLabel`]: from(digikam!),
  });
}

/**
 * What they say together. A program changes its own property and leaves the others as they were, so that one counts that does not say
 * what both sides agreed on last, `agreed`; without such a state the first that says something.
 */
export function chooseSpelling(
  spellings: Readonly<Spellings>,
  agreed?: string | null,
): string | null {
  const changed = spellings.filter((one) => one !== agreed);
  const [first] = changed.filter((one) => one !== null);
  return first ?? (changed.length === 0 ? (spellings[0] ?? null) : null);
}

/** How a colour that there is here is written: number of digiKam's, of darktable's, and Lightroom's name. */
export function spellColour(colour: string): {
  readonly label: string;
  readonly digikam: string;
  readonly darktable: string;
} {
  return {
    label: `${colour[0]!.toUpperCase()}${colour.slice(1)}`,
    digikam: String(DIGIKAM_COLOURS.findIndex((one) => one === colour)),
    darktable: String(DARKTABLE_COLOURS.findIndex((one) => one === colour)),
  };
}

export function spellFlag(flag: string): { readonly lightroom: string; readonly digikam: string } {
  return flag === "pick" ? { lightroom: "1", digikam: "3" } : { lightroom: "-1", digikam: "1" };
}

function present(
  properties: XmpProperties,
  readers: Readonly<Record<string, (text: string) => string | null>>,
): Spellings {
  return Object.entries(readers)
    .filter(([name]) => properties.has(name))
    .map(([name, read]) => read((textOf(properties.get(name)) ?? "").trim()));
}
