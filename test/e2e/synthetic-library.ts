import { toAspectByte } from "../../electron/contract/aspect.ts";
import type { Reply } from "../../electron/contract/client.ts";
import { BLOCK } from "../../electron/contract/page-size.ts";
import type { Photo, PhotoDetail, PhotoId } from "../../electron/contract/photo.ts";
import type { Segment } from "../../electron/contract/query.ts";

const shapes = [
  [6000, 4000],
  [4000, 6000],
  [4032, 3024],
  [3024, 4032],
  [5000, 5000],
  [8000, 2400],
  [6000, 3376],
] as const;

const labels = ["tabby cat", "golden retriever", "banana", "seashore", "mountain bike", "tulip"];
const NEWEST = Date.UTC(2024, 5, 30, 12);
const DAY_MS = 86_400_000;

/** A library of invented photos, newest first, answered from memory: as large as a test wants it. */
export class SyntheticLibrary {
  readonly photos: Photo[];
  readonly #daysApart: number;

  constructor(count: number, years = 12) {
    this.#daysApart = (years * 365) / count;
    this.photos = Array.from({ length: count }, (_, at) => this.#photo(at));
  }

  answer(name: string, input: Record<string, unknown>): Reply {
    const handlers: Record<string, () => unknown> = {
      "library.status": () => this.#status(),
      "folder.list": () => this.#folders(),
      "tag.list": () => this.#tags(),
      "photo.segments": () => this.#segments(String(input.query)),
      "photo.page": () =>
        this.#page(String(input.query), Number(input.cursor ?? 0), Number(input.limit)),
      "photo.ids": () =>
        this.#matching(String(input.query))
          .slice(Number(input.offset), Number(input.offset) + Number(input.limit))
          .map(({ id }) => id),
      "photo.get": () => this.#detail(Number(input.id)),
      "photo.similar": () => this.#similar(Number(input.id), Number(input.limit)),
      "photo.hurry": () => ({}),
      "folder.rescan": () => ({}),
      "tag.add": () => this.#tag(input, (tags, tag) => [...new Set([...tags, tag])]),
      "tag.remove": () => this.#tag(input, (tags, tag) => tags.filter((own) => own !== tag)),
    };
    const handler = handlers[name];
    if (handler) return { ok: true, value: handler() };
    return {
      ok: false,
      error: { code: "request-invalid", message: `expected a request but got ${name}` },
    };
  }

  /** Invents a photo at the very top. */
  addNewest(name: string): Photo {
    const photo = { ...this.#photo(0), id: (this.photos.length + 1) as PhotoId, name };
    this.photos.unshift(photo);
    return photo;
  }

  #photo(at: number): Photo {
    const [widthPx, heightPx] = shapes[(at * 7 + (at >> 3)) % shapes.length]!;
    const isFailed = at % 97 === 41;
    const hue = (at * 47) % 360;
    return {
      id: (at + 1) as PhotoId,
      name: `IMG_${String(at + 1).padStart(4, "0")}.jpg`,
      path: `/home/ada/Pictures/IMG_${String(at + 1).padStart(4, "0")}.jpg`,
      state: isFailed ? "failed" : "indexed",
      isMissing: at % 61 === 17,
      widthPx,
      heightPx,
      fingerprint: isFailed ? null : (at + 1).toString(16).padStart(64, "0"),
      colour: hslToHex(hue, 0.25, 0.45),
      takenAt: new Date(NEWEST - at * this.#daysApart * DAY_MS).toISOString().slice(0, 19),
      rating: at % 11 === 3 ? 4 : 0,
      tags: at % 9 === 2 ? ["Lisbon"] : [],
      labels: [{ name: labels[at % labels.length]!, wnid: null, confidence: 0.91 }],
    };
  }

  #status(): unknown {
    const { length } = this.photos;
    const failed = this.photos.filter(({ state }) => state === "failed").length;
    const missing = this.photos.filter(({ isMissing }) => isMissing).length;
    const untagged = this.photos.filter(({ tags }) => tags.length === 0).length;
    return {
      folders: this.#folders(),
      counts: { photos: length, indexed: length - failed, failed, missing, untagged },
      progress: { scanning: 0, done: 0, total: 0, failed: 0, perSecond: 0 },
      model: "starter",
      modelNote: "It tells about two hundred everyday things apart.",
    };
  }

  #folders(): unknown {
    const { length } = this.photos;
    if (length === 0) return [];
    return [
      { id: 1, path: "/home/ada/Pictures", state: "watching", photoCount: length },
      { id: 2, path: "/media/archive/Scans", state: "offline", photoCount: 0 },
    ];
  }

  #tags(): unknown {
    const counts = new Map<string, number>();
    for (const tag of this.photos.flatMap(({ tags }) => tags))
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
    return [...counts].map(([tag, count]) => ({ tag, count }));
  }

  #matching(query: string): readonly Photo[] {
    if (query === "") return this.photos;
    if (query === "is:untagged") return this.photos.filter(({ tags }) => tags.length === 0);
    const tag = /^tag:"?([^"]+)/.exec(query)?.[1]?.toLowerCase();
    const label = /^label:"?([^"]+)/.exec(query)?.[1]?.toLowerCase();
    return this.photos.filter(
      (photo) =>
        photo.tags.some((own) => own.toLowerCase() === tag) ||
        photo.labels.some(({ name }) => label !== undefined && name.includes(label)) ||
        photo.name.toLowerCase().includes(query.toLowerCase()),
    );
  }

  #segments(query: string): unknown {
    const segments: Segment[] = [];
    const photos = this.#matching(query);
    for (let start = 0; start < photos.length;) {
      const key = photos[start]!.takenAt!.slice(0, 7);
      let end = start;
      while (photos[end]?.takenAt?.startsWith(key)) end++;
      const bytes = photos
        .slice(start, end)
        .map(({ widthPx, heightPx }) => toAspectByte(widthPx!, heightPx!));
      const blocks = Math.ceil((end - start) / BLOCK);
      segments.push({
        key,
        count: end - start,
        cursors: Array.from({ length: blocks }, (_, block) => String(start + block * BLOCK)),
        aspects: Buffer.from(bytes).toString("base64"),
      });
      start = end;
    }
    return { total: photos.length, segments };
  }

  #page(query: string, start: number, limit: number): unknown {
    const photos = this.#matching(query);
    return { photos: photos.slice(start, start + limit), total: photos.length, next: null };
  }

  #detail(id: number): PhotoDetail {
    const photo = this.photos.find((candidate) => candidate.id === id)!;
    return {
      ...photo,
      folderPath: "/home/ada/Pictures",
      sizeBytes: 8_412_233,
      modifiedAtMs: NEWEST,
      format: "JPEG",
      camera: "Canon EOS R5",
      lens: "RF 50mm F1.2 L USM",
      aperture: 2.8,
      exposureSeconds: 1 / 250,
      iso: 400,
      focalLengthMm: 50,
      latitude: 38.7139,
      longitude: -9.1334,
      topLabels: [
        photo.labels[0]!,
        ...["Egyptian cat", "lynx", "doormat", "window screen"].map((name, at) => ({
          name,
          wnid: null,
          confidence: 0.05 / (at + 1),
        })),
      ],
      labelThreshold: 0.3,
      failure:
        photo.state === "failed"
          ? { path: photo.path, code: "image-corrupt", message: "expected a JPEG but got noise" }
          : null,
    };
  }

  #similar(id: number, limit: number): unknown {
    return this.photos
      .filter((photo) => photo.id !== id && photo.state === "indexed" && photo.id % 6 === id % 6)
      .slice(0, limit)
      .map((photo, at) => ({ photo, similarity: 0.95 - at * 0.003 }));
  }

  #tag(
    input: Record<string, unknown>,
    edit: (tags: readonly string[], tag: string) => string[],
  ): unknown {
    const ids = new Set(input.photos as number[]);
    let changed = 0;
    for (const [at, photo] of this.photos.entries()) {
      if (!ids.has(photo.id)) continue;
      const tags = edit(photo.tags, String(input.tag));
      if (tags.length !== photo.tags.length) changed++;
      this.photos[at] = { ...photo, tags };
    }
    return { changed };
  }
}

/** A picture with a horizon, so that a screenshot looks like photos and shows cropping. */
export function syntheticPicture(number: number): string {
  const [width, height] = shapes[((number - 1) * 7 + ((number - 1) >> 3)) % shapes.length]!;
  const hue = ((number - 1) * 47) % 360;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width / 10}" height="${height / 10}" viewBox="0 0 ${width} ${height}">
<defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="hsl(${hue} 45% 58%)"/><stop offset="1" stop-color="hsl(${(hue + 30) % 360} 50% 82%)"/></linearGradient></defs>
<rect width="${width}" height="${height}" fill="url(#s)"/>
<circle cx="${width * 0.7}" cy="${height * 0.3}" r="${height * 0.09}" fill="hsl(${(hue + 40) % 360} 80% 92%)"/>
<path d="M0 ${height * 0.75} L${width * 0.3} ${height * 0.4} L${width * 0.55} ${height * 0.7} L${width * 0.75} ${height * 0.5} L${width} ${height * 0.8} V${height} H0 Z" fill="hsl(${(hue + 180) % 360} 22% 36%)"/>
<path d="M0 ${height * 0.85} Q${width * 0.5} ${height * 0.7} ${width} ${height * 0.88} V${height} H0 Z" fill="hsl(${(hue + 200) % 360} 26% 24%)"/></svg>`;
}

function hslToHex(hue: number, saturation: number, lightness: number): string {
  const chroma = saturation * Math.min(lightness, 1 - lightness);
  const channel = (shift: number): string => {
    const k = (shift + hue / 30) % 12;
    const value = lightness - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
