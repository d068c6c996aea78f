import type { PhotoDetail, PhotoKind } from "../../../electron/contract/photo.ts";
import {
  formatAltitude,
  formatAperture,
  formatBytes,
  formatDuration,
  formatExposure,
  formatFileTime,
  formatFocalLength,
  formatMegapixels,
  formatPixels,
  formatPlace,
} from "../messages/format.ts";
import { say } from "../messages/say.ts";

export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** What the camera wrote into the file; empty where it wrote nothing. */
export function cameraFacts(detail: PhotoDetail): readonly Fact[] {
  const exposure = [
    detail.exposureSeconds !== null && formatExposure(detail.exposureSeconds),
    detail.aperture !== null && formatAperture(detail.aperture),
    detail.iso !== null && say("detail.iso", { iso: detail.iso }),
    detail.focalLengthMm !== null && focalLengthOf(detail.focalLengthMm, detail.focalLength35Mm),
  ].filter((part) => part !== false);
  return [
    ...fact("detail.camera", detail.camera),
    ...fact("detail.lens", detail.lens),
    ...fact("detail.exposure", exposure.length > 0 ? exposure.join(" · ") : null),
    ...fact("detail.place", placeOf(detail)),
  ];
}

export function fileFacts(detail: PhotoDetail): readonly Fact[] {
  const { kind, widthPx, heightPx } = detail;
  const pixels =
    widthPx !== null && heightPx !== null ? sizeInWords(kind, widthPx, heightPx) : null;
  return [
    ...fact("detail.duration", durationOf(detail)),
    ...fact("detail.pixels", pixels),
    ...fact("detail.kind", detail.format),
    ...fact("detail.size", formatBytes(detail.sizeBytes)),
    ...fact("detail.modified", formatFileTime(detail.modifiedAtMs)),
  ];
}

/** The files that travel with the one that is shown, which is among them; empty where it is alone. */
export function travellingFiles({ files }: PhotoDetail): readonly Fact[] {
  return files.length === 1
    ? []
    : files.map(({ role, name }) => ({ name: say(`detail.role.${role}`), value: name }));
}

/** Nobody counts the megapixels of a film. */
function sizeInWords(kind: PhotoKind, widthPx: number, heightPx: number): string {
  const pixels = formatPixels(widthPx, heightPx);
  return kind === "video" ? pixels : `${pixels} · ${formatMegapixels(widthPx, heightPx)}`;
}

function durationOf({ durationSeconds }: PhotoDetail): string | null {
  return durationSeconds === null ? null : formatDuration(durationSeconds);
}

function placeOf({ latitude, longitude, altitudeM }: PhotoDetail): string | null {
  if (latitude === null || longitude === null) return null;
  const place = formatPlace(latitude, longitude);
  return altitudeM === null ? place : `${place}, ${formatAltitude(altitudeM)}`;
}

/** Beside the length itself what it amounts to on 35 mm film, where that is another one. */
function focalLengthOf(ownMm: number, onFilmMm: number | null): string {
  const own = formatFocalLength(ownMm);
  if (onFilmMm === null || Math.round(onFilmMm) === Math.round(ownMm)) return own;
  return say("detail.focal-length.on-film", { own, onFilm: formatFocalLength(onFilmMm) });
}

function fact(name: Parameters<typeof say>[0], value: string | null): readonly Fact[] {
  return value === null ? [] : [{ name: say(name), value }];
}
