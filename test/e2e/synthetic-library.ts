import { toAspectByte } from "../../electron/contract/aspect.ts";
import type { Reply } from "../../electron/contract/client.ts";
import { BLOCK } from "../../electron/contract/page-size.ts";
import type { LabelExplanation, LabelSuggestion } from "../../electron/contract/label.ts";
import type {
  Label,
  Photo,
  PhotoDetail,
  PhotoId,
  TopLabel,
} from "../../electron/contract/photo.ts";
import type { IndexingChoice } from "../../electron/contract/library.ts";
import type { JournalEntry } from "../../electron/contract/journal.ts";
import type { Segment } from "../../electron/contract/query.ts";
import type { RequestInput } from "../../electron/contract/requests.ts";
import type { Band, SimilarPage } from "../../electron/contract/similar.ts";
import type { TagBranch } from "../../electron/contract/tag.ts";
import type { QueryPlace } from "../../electron/contract/view-place.ts";
import { historyPage } from "./synthetic-history.ts";
import { SyntheticSettings } from "./synthetic-settings.ts";
import { statesOf, suggestOf, treeOf } from "./synthetic-tags.ts";

type SimilarQuestion = RequestInput<"similar.search">;

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
const families: Readonly<Record<string, readonly string[]>> = {
  "tabby cat": ["cat", "animal"],
  "Egyptian cat": ["cat", "animal"],
  lynx: ["wildcat", "animal"],
  "golden retriever": ["dog", "animal"],
  banana: ["fruit", "food"],
  tulip: ["flower", "plant"],
};
/** Words that label photos; "crane" means a bird first. */
const words: readonly (readonly [word: string, term: string, family: string | null])[] = [
  ...labels.map((name) => [name, name, families[name]?.at(-1) ?? null] as const),
  ["animal", "animal", null],
  ["cat", "cat", "animal"],
  ["dog", "dog", "animal"],
  ["crane", "crane", "bird"],
  ["crane", "crane (machine)", "machine"],
  ["grape", "grape", "fruit"],
];
const glosses: Readonly<Record<string, string>> = {
  crane: "large long-necked wading bird of marshes and plains in many parts of the world",
  cat: "feline mammal usually having thick soft fur and no ability to roar: domestic cats; wildcats",
};
const NO_VALUES = { rating: null, flag: null, colourLabel: null, title: null, caption: null };
const NEWEST = Date.UTC(2024, 5, 30, 12);
const DAY_MS = 86_400_000;

/** A library of invented photos, newest first, answered from memory: as large as a test wants it. */
export class SyntheticLibrary {
  /** How often the page said that the user is busy. */
  stepBacks = 0;
  readonly photos: Photo[];
  /** Tags besides those of the photos. */
  invented: readonly TagBranch[] = [];
  history: readonly JournalEntry[] = [];
  /** How many photos wait to be checked, and the list of them; a page has to live with one that is none. */
  toReview = 0;
  reviews: unknown = [];
  indexing: IndexingChoice = { isPaused: false, share: "full" };
  readonly settings = new SyntheticSettings();
  readonly #daysApart: number;
  /** Where the page said that it was, by query. */
  readonly places = new Map<string, QueryPlace>();
  /** What was said of labels, by photo and label. */
  readonly #verdicts = new Map<string, "confirmed" | "rejected">();

  constructor(count: number, years = 12) {
    this.#daysApart = (years * 365) / count;
    this.photos = Array.from({ length: count }, (_, at) => this.#photo(at));
  }

  answer(name: string, input: Record<string, unknown>): Reply {
    const handlers: Record<string, () => unknown> = {
      "library.status": () => this.#status(),
      "folder.list": () => this.#folders(),
      "album.list": () => [],
      "tag.list": () => this.#tags(),
      "tag.states": () => statesOf(this.photos, input as RequestInput<"tag.states">),
      "photo.marks": () => ({ total: 0, rating: [], flag: [], colourLabel: [] }),
      "tag.suggest": () => suggestOf(this.#tagCounts(), input as RequestInput<"tag.suggest">),
      "tag.tree": () => treeOf(this.#tagCounts(), this.invented),
      "photo.segments": () => this.#segments(String(input.query)),
      "photo.page": () =>
        this.#page(String(input.query), Number(input.cursor ?? 0), Number(input.limit)),
      "photo.ids": () =>
        this.#matching(String(input.query))
          .slice(Number(input.offset), Number(input.offset) + Number(input.limit))
          .map(({ id }) => id),
      "view.places": () => [...this.places.values()],
      "view.keepPlace": () => this.#keepPlace(input as RequestInput<"view.keepPlace">),
      "photo.get": () => this.#detail(Number(input.id)),
      "similar.search": () => this.#similar(input as unknown as SimilarQuestion),
      "history.list": () => historyPage(this.history, input as RequestInput<"history.list">),
      "mirror.status": () => [],
      "mirror.name": () => ({ name: "IMG.jpg.xmp" }),
      "folder.listRemoved": () => [],
      "failure.count": () => [{ code: "image-corrupt", count: 1 }],
      "review.list": () => ({ reviews: this.reviews, total: 1 }),
      "indexing.useShare": () =>
        (this.indexing = { ...this.indexing, share: input.share as IndexingChoice["share"] }),
      "photo.hurry": () => ({}),
      "machine.stepBack": () => {
        this.stepBacks++;
        return {};
      },
      "folder.rescan": () => ({}),
      "label.suggest": () => this.#suggest(String(input.text), Number(input.limit)),
      "label.explain": () => this.#explain(String(input.word)),
      "label.judge": () => this.#judge(input),
      "tag.add": () => this.#tag(input, (tags, tag) => [...new Set([...tags, tag])]),
      "tag.remove": () => this.#tag(input, (tags, tag) => tags.filter((own) => own !== tag)),
    };
    const handler = handlers[name];
    if (handler) return { ok: true, value: handler() };
    const reply = this.settings.answer(name, input);
    if (reply) return reply;
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

  #keepPlace({ query, place }: RequestInput<"view.keepPlace">): unknown {
    if (place) this.places.set(query, { query, ...place, photo: place.photo as PhotoId });
    else this.places.delete(query);
    return {};
  }

  #photo(at: number): Photo {
    const [widthPx, heightPx] = shapes[(at * 7 + (at >> 3)) % shapes.length]!;
    const isFailed = at % 97 === 41;
    const hue = (at * 47) % 360;
    return {
      id: (at + 1) as PhotoId,
      name: `IMG_${String(at + 1).padStart(4, "0")}.jpg`,
      path: `/home/ada/Pictures/IMG_${String(at + 1).padStart(4, "0")}.jpg`,
      kind: "photo",
      state: isFailed ? "failed" : "indexed",
      isMissing: at % 61 === 17,
      widthPx,
      heightPx,
      fingerprint: isFailed ? null : (at + 1).toString(16).padStart(64, "0"),
      colour: hslToHex(hue, 0.25, 0.45),
      takenAt: new Date(NEWEST - at * this.#daysApart * DAY_MS).toISOString().slice(0, 19),
      durationSeconds: null,
      rating: at % 11 === 3 ? 4 : 0,
      flag: null,
      colourLabel: null,
      turn: 0,
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
      counts: {
        photos: length,
        indexed: length - failed,
        failed,
        missing,
        untagged,
        review: this.toReview,
      },
      progress: { scanning: 0, done: 0, total: 0, failed: 0, perSecond: 0 },
      indexing: this.indexing,
      notices: [],
      model: "starter",
      switching: this.settings.switching,
      modelNote: "It tells about two hundred everyday things apart.",
    };
  }

  #folders(): unknown {
    const { length } = this.photos;
    if (length === 0) return [];
    return [
      { id: 1, path: "/home/ada/Pictures", state: "watching", photoCount: length, mirrors: false },
      { id: 2, path: "/media/archive/Scans", state: "offline", photoCount: 0, mirrors: false },
    ];
  }

  #tags(): unknown {
    return [...this.#tagCounts()].map(([tag, count]) => ({ tag, count, below: count }));
  }

  #tagCounts(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const tag of this.photos.flatMap(({ tags }) => tags))
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
    return counts;
  }

  #matching(query: string): readonly Photo[] {
    if (query === "") return this.photos;
    if (query === "is:failed") return this.photos.filter(({ state }) => state === "failed");
    if (query === "is:missing") return this.photos.filter(({ isMissing }) => isMissing);
    if (query === "is:untagged") return this.photos.filter(({ tags }) => tags.length === 0);
    const tag = /^tag:"?([^"]+)/.exec(query)?.[1]?.toLowerCase();
    const label = /^label:"?([^"]+)/.exec(query)?.[1]?.toLowerCase();
    if (label !== undefined) return this.photos.filter((photo) => this.#shows(photo, label));
    return this.photos.filter(
      (photo) =>
        photo.tags.some((own) => own.toLowerCase() === tag) ||
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
      files: [{ role: "image", name: photo.name, path: photo.path, sizeBytes: 8_412_233 }],
      modifiedAtMs: NEWEST,
      format: "JPEG",
      camera: "Canon EOS R5",
      lens: "RF 50mm F1.2 L USM",
      aperture: 2.8,
      exposureSeconds: 1 / 250,
      iso: 400,
      focalLengthMm: 50,
      focalLength35Mm: null,
      altitudeM: null,
      takenFrom: "exif",
      title: null,
      caption: null,
      entered: NO_VALUES,
      fromFile: NO_VALUES,
      importedTags: [],
      latitude: 38.7139,
      longitude: -9.1334,
      topLabels: this.#topLabels(id, [
        photo.labels[0]!,
        ...["Egyptian cat", "lynx", "doormat", "window screen"].map((name, at) => ({
          name,
          wnid: null,
          confidence: 0.05 / (at + 1),
        })),
      ]),
      labelThreshold: 0.3,
      failure:
        photo.state === "failed"
          ? { path: photo.path, code: "image-corrupt", message: "expected a JPEG but got noise" }
          : null,
      mirror: { state: "off", reason: null, conflicts: [], sidecar: null },
    };
  }

  /** As the engine has them: without the kinds of a family that was rejected, which is a line itself. */
  #topLabels(id: number, said: readonly Label[]): TopLabel[] {
    const gone = Object.values(families)
      .flat()
      .filter((word) => this.#verdicts.get(`${id}:${word}`) === "rejected");
    const lines = said.filter(({ name }) => !families[name]?.some((word) => gone.includes(word)));
    const rejected = [...new Set(gone)].map((name) => ({ name, wnid: null, confidence: 0.9 }));
    return [...lines, ...rejected].map((label, at) => ({
      ...label,
      families: [...(families[label.name] ?? [])],
      verdict: this.#verdicts.get(`${id}:${label.name}`) ?? null,
      precision: at === 0 ? { label: label.name, confirmed: 46, rejected: 4 } : null,
    }));
  }

  #shows({ id, labels: said }: Photo, word: string): boolean {
    return said.some(({ name }) => {
      const names = [name, ...(families[name] ?? [])];
      return (
        names.includes(word) &&
        names.every((each) => this.#verdicts.get(`${id}:${each}`) !== "rejected")
      );
    });
  }

  #suggest(text: string, limit: number): LabelSuggestion[] {
    const typed = text.toLowerCase();
    return words
      .map(([word, term, family]) => ({ word, term, family, count: this.#count(term) }))
      .filter(({ word }) => word.split(" ").some((part) => part.startsWith(typed)))
      .sort((a, b) => b.count - a.count)
      .slice(0, limit);
  }

  #count(term: string): number {
    return this.photos.filter((photo) => this.#shows(photo, term)).length;
  }

  #explain(word: string): LabelExplanation {
    const toSuggestion = ([name, term, family]: (typeof words)[number]): LabelSuggestion => ({
      word: name,
      term,
      family,
      count: this.#count(term),
    });
    const sense = words.find(([, term]) => term === word.toLowerCase());
    return {
      sense: sense ? toSuggestion(sense) : null,
      gloss: (sense && glosses[sense[1]]) ?? null,
      classes: sense ? words.filter(([, , family]) => family === word).length || 1 : 0,
      others: words.filter((other) => other !== sense && other[0] === sense?.[0]).map(toSuggestion),
      nearMisses: sense
        ? []
        : words
            .filter(([name, term]) => name === term && isOneLetterOff(name, word))
            .map(toSuggestion),
    };
  }

  #judge({ photos, label, verdict }: Record<string, unknown>): unknown {
    const ids = photos as number[];
    let changed = 0;
    for (const id of ids) {
      const key = `${id}:${String(label)}`;
      if (this.#verdicts.get(key) !== (verdict ?? undefined)) changed++;
      if (verdict === null) this.#verdicts.delete(key);
      else this.#verdicts.set(key, verdict as "confirmed" | "rejected");
    }
    return { changed, entry: null };
  }

  #similar({ examples, offset = 0, limit }: SimilarQuestion): SimilarPage {
    const ids = examples.map(({ of }) => ("photo" in of ? of.photo : 0));
    const found = this.photos.filter(
      ({ id, state }) =>
        !ids.includes(id) && state === "indexed" && ids.some((own) => own % 6 === id % 6),
    );
    const ranked = found.map((photo, at) => {
      const similarity = Math.max(0.7, 0.95 - at * 0.003);
      return { photo, similarity, band: bandOf(similarity) };
    });
    const count = (band: Band) => ranked.filter((one) => one.band === band).length;
    return {
      photos: ranked.slice(offset, offset + limit),
      total: ranked.length,
      bands: {
        "same-shot": count("same-shot"),
        "very-similar": count("very-similar"),
        related: count("related"),
      },
    };
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
    return { changed, entry: null };
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

function bandOf(similarity: number): Band {
  if (similarity > 0.94) return "same-shot";
  return similarity > 0.85 ? "very-similar" : "related";
}

function isOneLetterOff(word: string, other: string): boolean {
  const differing = Array.from(word).filter((letter, at) => letter !== other[at]);
  return word.length === other.length && differing.length === 1;
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
