/** @file What Find similar is asked: examples with weights, depth and narrowing. Pure. */
import type { Album } from "../../../electron/contract/album.ts";
import type { Photo, PhotoId } from "../../../electron/contract/photo.ts";
import type { Example, Region, SimilarQuestion } from "../../../electron/contract/similar.ts";
import { previewUrl, thumbnailOf } from "../library/media-url.ts";
import type { SentPicture } from "../library/send-picture.ts";

/** The largest number of examples that one question takes; see contract/similar.ts. */
export const MOST_EXAMPLES = 50;

/** How much an example counts, for more or for less. */
export const weights = [0.5, 1, 2, 3] as const;

/** In how many steps the keys go from "looks like" to "means the same". */
const DEPTH_STEPS = 10;

/** A photo of the library, or a picture from outside, that others are compared with. */
export interface SimilarExample {
  readonly of: { readonly photo: PhotoId } | { readonly picture: string };
  /** Unlike any other's. */
  readonly key: string;
  readonly name: string;
  readonly thumbnail: string | undefined;
  /** Large enough to choose a part of; undefined where the page cannot show it. */
  readonly preview: string | undefined;
  /** Of a photo: where it is on its walk. */
  readonly state: Photo["state"] | undefined;
  /** Of a picture from outside: how it came. */
  readonly origin: SentPicture["origin"] | undefined;
  /** Above 0: more like this; below 0: less like this. */
  readonly weight: number;
  /** The part that counts; the whole picture without it. */
  readonly region?: Region;
}

/** One question in the chain of Find similar. */
export interface SimilarStep {
  /** Unlike any other's. */
  readonly key: number;
  readonly examples: readonly SimilarExample[];
  /** 0: looks like; 1: means the same. */
  readonly depth: number;
  /** Whether crops and turned copies are looked for, which takes longer. */
  readonly findsEdited: boolean;
  /** A search; only what it finds is a result. */
  readonly within: string;
  /** How many photos are shown beyond the end of the list. */
  readonly beyond: number;
  /** Which keeps this question, or one that this one was refined from. */
  readonly album?: Pick<Album, "id" | "name">;
}

/** What the engine has to know of a question. */
export interface AskedStep extends Pick<SimilarStep, "depth" | "within" | "beyond"> {
  readonly examples: readonly Pick<SimilarExample, "of" | "weight" | "region">[];
}

/** How a question begins; depth and copies are otherwise those of the one before. */
export type StepSetup = Partial<Pick<SimilarStep, "depth" | "findsEdited" | "within" | "album">>;

export const firstSetup: Pick<SimilarStep, "depth" | "findsEdited"> = {
  depth: 1,
  findsEdited: true,
};

export function exampleOf(photo: Photo, weight = 1): SimilarExample {
  return {
    of: { photo: photo.id },
    key: String(photo.id),
    name: photo.name,
    thumbnail: thumbnailOf(photo),
    preview: previewUrl(photo.id, photo.turn),
    state: photo.state,
    origin: undefined,
    weight,
  };
}

export function exampleOfPicture(sent: SentPicture, weight = 1): SimilarExample {
  const { picture, name, thumbnail, origin } = sent;
  return {
    of: { picture },
    key: picture,
    name,
    thumbnail,
    preview: thumbnail,
    state: undefined,
    origin,
    weight,
  };
}

/** A picture from outside of which the library keeps a copy. */
export function exampleOfKept(
  kept: { readonly picture: string; readonly name: string; readonly thumbnail: string | undefined },
  weight: number,
): SimilarExample {
  return exampleOfPicture({ ...kept, origin: "file" }, weight);
}

/** Of photos that became one the first. */
export function uniqueExamples(examples: readonly SimilarExample[]): readonly SimilarExample[] {
  return examples.filter(
    ({ key }, at) => examples.findIndex((example) => example.key === key) === at,
  );
}

/** Whether there is anything to be like. */
export function isLiked(examples: readonly SimilarExample[]): boolean {
  return examples.some(({ weight }) => weight > 0);
}

/** Whether a model looked at it, or may yet. */
export function canBeExample({ kind, state }: Photo): boolean {
  return kind === "photo" && state !== "failed";
}

/** Those that are examples already get the new weight and keep their place and their part. */
export function addExamples(step: SimilarStep, added: readonly SimilarExample[]): SimilarStep {
  const news = new Map(added.map((example) => [example.key, example]));
  const kept = step.examples.map((example) => {
    const again = news.get(example.key);
    news.delete(example.key);
    return again ? { ...example, weight: again.weight } : example;
  });
  return asked({ ...step, examples: [...kept, ...news.values()] });
}

/** Changes one example; the others stay. */
export function changeExample(
  step: SimilarStep,
  key: string,
  change: Partial<Pick<SimilarExample, "weight">> & { readonly region?: Region | undefined },
): SimilarStep {
  const examples = step.examples.map((example) => {
    if (example.key !== key) return example;
    const { region: before, ...rest } = { ...example, ...change };
    const region = "region" in change ? change.region : before;
    return region ? { ...rest, region } : rest;
  });
  return asked({ ...step, examples });
}

export function removeExample(step: SimilarStep, key: string): SimilarStep {
  return asked({ ...step, examples: step.examples.filter((example) => example.key !== key) });
}

/** Likeness needs something to be like: the last example of its kind can neither go nor change sides. */
export function isNeeded({ examples }: SimilarStep, key: string): boolean {
  const liked = examples.filter(({ weight }) => weight > 0);
  return liked.length === 1 && liked[0]?.key === key;
}

/** Towards what photos mean, or towards what they look like. */
export function stepDepth(depth: number, by: 1 | -1): number {
  const place = Math.round(depth * DEPTH_STEPS) + by;
  return Math.min(DEPTH_STEPS, Math.max(0, place)) / DEPTH_STEPS;
}

export type DepthWord = "looks" | "mostly-looks" | "both" | "mostly-means" | "means";

/** What a depth is called; the middle three keep clear of both ends. */
export function depthWord(depth: number): DepthWord {
  if (depth < 0.1) return "looks";
  if (depth < 0.45) return "mostly-looks";
  if (depth <= 0.55) return "both";
  return depth <= 0.9 ? "mostly-means" : "means";
}

/** How many examples say more, and how many less. */
export function countSides(examples: readonly SimilarExample[]): { more: number; less: number } {
  const more = examples.filter(({ weight }) => weight > 0).length;
  return { more, less: examples.length - more };
}

/** As the engine is asked. */
export function toExamples({ examples }: AskedStep): Example[] {
  return examples.map(({ of, weight, region }) => ({ of, weight, ...(region && { region }) }));
}

/** As an album keeps it. */
export function toQuestion({ examples, depth, findsEdited }: SimilarStep): SimilarQuestion {
  return {
    examples: examples.map(({ of, name, weight, region }) => ({
      of: toSource(of),
      name,
      weight,
      ...(region && { region }),
    })),
    depth,
    edited: findsEdited,
  };
}

function toSource(of: SimilarExample["of"]): SimilarExample["of"] {
  return "photo" in of ? { photo: of.photo } : { picture: of.picture };
}

/** Another question ends where its own list does. */
function asked(step: SimilarStep): SimilarStep {
  return { ...step, beyond: 0 };
}
