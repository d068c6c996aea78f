import type { PhotoDetail } from "../../../electron/contract/photo.ts";
import {
  formatAperture,
  formatBytes,
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
    detail.focalLengthMm !== null && formatFocalLength(detail.focalLengthMm),
  ].filter((part) => part !== false);
  return [
    ...fact("detail.camera", detail.camera),
    ...fact("detail.lens", detail.lens),
    ...fact("detail.exposure", exposure.length > 0 ? exposure.join(" · ") : null),
    ...fact("detail.place", placeOf(detail)),
  ];
}

export function fileFacts(detail: PhotoDetail): readonly Fact[] {
  const { widthPx, heightPx } = detail;
  const pixels =
    widthPx !== null && heightPx !== null
      ? `${formatPixels(widthPx, heightPx)} · ${formatMegapixels(widthPx, heightPx)}`
      : null;
  return [
    ...fact("detail.pixels", pixels),
    ...fact("detail.kind", detail.format),
    ...fact("detail.size", formatBytes(detail.sizeBytes)),
    ...fact("detail.modified", formatFileTime(detail.modifiedAtMs)),
  ];
}

function placeOf({ latitude, longitude }: PhotoDetail): string | null {
  return latitude === null || longitude === null ? null : formatPlace(latitude, longitude);
}

function fact(name: Parameters<typeof say>[0], value: string | null): readonly Fact[] {
  return value === null ? [] : [{ name: say(name), value }];
}
