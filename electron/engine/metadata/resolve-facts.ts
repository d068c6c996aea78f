import type { TakenFrom } from "../../contract/photo.ts";
import { foldText } from "../../contract/fold-text.ts";
import { toTags } from "./keywords.ts";
import type { PhotoFacts } from "./photo-facts.ts";
import { turnBetween } from "./orientation.ts";
import { withoutAbsent, type SourceFacts } from "./source-facts.ts";

/** What each source says; several of a kind in the order in which they count. */
export interface FactSources {
  readonly sidecar: readonly SourceFacts[];
  readonly exif: readonly SourceFacts[];
  readonly xmp: readonly SourceFacts[];
  readonly iptc: readonly SourceFacts[];
  /** From the file's name. */
  readonly nameDate?: string;
}

/**
 * Field by field, the first source that says something.
 *
 * [Note: Order of trust] A sidecar goes first: it was written after the file, by a program that its owner told something.
 * Of what the camera knows, EXIF goes before XMP, and XMP before IPTC, which are copies made by programs. Of what people write
 * (title, caption, rating), XMP goes before IPTC, which cuts off, and EXIF last, where cameras write into the caption.
 * A capture time goes before the time of digitisation, whichever source says it, because a scan has both; a file's name comes
 * after all of them, and the file's own time is only what the timeline falls back to. Keywords are gathered from everywhere.
 */
export function resolveFacts(sources: FactSources): PhotoFacts {
  const { sidecar, exif, xmp, iptc } = sources;
  const camera = [...sidecar, ...exif, ...xmp, ...iptc];
  const people = [...sidecar, ...xmp, ...iptc, ...exif];
  const place = camera.find(({ latitude }) => latitude !== undefined);
  return withoutAbsent({
    ...resolveTime(sources),
    camera: first(camera, "camera"),
    lens: first(camera, "lens"),
    aperture: first(camera, "aperture"),
    exposureSeconds: first(camera, "exposureSeconds"),
    iso: first(camera, "iso"),
    focalLengthMm: first(camera, "focalLengthMm"),
    focalLength35Mm: first(camera, "focalLength35Mm"),
    latitude: place?.latitude,
    longitude: place?.longitude,
    altitudeM: place?.altitudeM,
    title: first(people, "title"),
    caption: first(people, "caption"),
    rating: first(people, "rating"),
    flag: first(people, "flag"),
    colourLabel: first(people, "colourLabel"),
    ...resolveOrientation(sources),
    tags: gatherTags(people),
  });
}

/** What is decoded is turned as the file's EXIF says and no packet inside of it; only a sidecar comes after that. */
function resolveOrientation({ exif, sidecar }: FactSources) {
  const own = first(exif, "orientation") ?? 1;
  const wanted = first(sidecar, "orientation");
  const turn = wanted === undefined ? undefined : turnBetween(own, wanted);
  return { orientation: own === 1 ? undefined : own, turn };
}

function first<K extends keyof SourceFacts>(
  sources: readonly SourceFacts[],
  field: K,
): SourceFacts[K] | undefined {
  return sources.find((source) => source[field] !== undefined)?.[field];
}

function resolveTime({ sidecar, exif, xmp, iptc, nameDate }: FactSources) {
  const kinds: readonly (readonly [TakenFrom, readonly SourceFacts[]])[] = [
    ["xmp", sidecar],
    ["exif", exif],
    ["xmp", xmp],
    ["iptc", iptc],
  ];
  for (const field of ["originalAt", "digitizedAt"] as const) {
    for (const [takenFrom, facts] of kinds) {
      const takenAt = first(facts, field);
      if (takenAt !== undefined) return { takenAt, takenFrom };
    }
  }
  return nameDate === undefined ? {} : { takenAt: nameDate, takenFrom: "name" as const };
}

/** A single level beside a path that has it, both from one source, was meant: a source leaves out what adds nothing. */
function gatherTags(sources: readonly SourceFacts[]): string[] | undefined {
  const tags = sources.map((source) => (source.tags ?? []).map((tag) => tag.split("/")));
  const isMeant = (levels: readonly string[], others: readonly string[][]) =>
    levels.length > 1 || others.some((other) => other.length > 1 && hasLevel(other, levels[0]!));
  return toTags({
    keywords: tags.flatMap((own) => own.filter((levels) => !isMeant(levels, own))).flat(),
    paths: tags.flatMap((own) => own.filter((levels) => isMeant(levels, own))),
  });
}

function hasLevel(levels: readonly string[], level: string): boolean {
  return levels.some((other) => foldText(other) === foldText(level));
}
