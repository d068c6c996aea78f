import { say } from "../messages/say.ts";

/** "41 photos a second": whole photos from ten on, tenths below. */
export function speedText(photosPerSecond: number): string {
  const rate =
    photosPerSecond < 10 ? Math.round(photosPerSecond * 10) / 10 : Math.round(photosPerSecond);
  return say("settings.speed", { rate });
}
