import { SvelteMap } from "svelte/reactivity";
import type { Client } from "../../../electron/contract/client.ts";
import type { PhotoDetail, PhotoId } from "../../../electron/contract/photo.ts";
import { formatAperture, formatExposure, formatFocalLength } from "../messages/format.ts";
import { say } from "../messages/say.ts";

/** How a photo was taken. */
export interface ShotFacts {
  readonly camera: string | null;
  /** "1/250 s · f/2.8 · ISO 200 · 50 mm", as far as the camera wrote it. */
  readonly exposure: string;
}

/** How photos were taken, which pages of a set do not say; read as far as somebody needs it. */
export class Shots {
  readonly #client: Client<"renderer">;
  readonly #known = new SvelteMap<PhotoId, ShotFacts>();
  readonly #asked = new Set<PhotoId>();

  constructor(client: Client<"renderer">) {
    this.#client = client;
  }

  /** Undefined until it was read. */
  of(id: PhotoId): ShotFacts | undefined {
    return this.#known.get(id);
  }

  need(ids: readonly PhotoId[]): void {
    for (const id of ids) {
      if (this.#asked.has(id)) continue;
      this.#asked.add(id);
      this.#client.request("photo.get", { id }).then(
        (detail) => this.#known.set(id, toShotFacts(detail)),
        // The connection's notice tells it; whoever needs it next asks again.
        () => this.#asked.delete(id),
      );
    }
  }
}

export function toShotFacts(
  detail: Pick<PhotoDetail, "camera" | "exposureSeconds" | "aperture" | "iso" | "focalLengthMm">,
): ShotFacts {
  const { camera, exposureSeconds, aperture, iso, focalLengthMm } = detail;
  const exposure = [
    exposureSeconds !== null && formatExposure(exposureSeconds),
    aperture !== null && formatAperture(aperture),
    iso !== null && say("detail.iso", { iso }),
    focalLengthMm !== null && formatFocalLength(focalLengthMm),
  ];
  return { camera, exposure: exposure.filter((part) => part !== false).join(" · ") };
}
