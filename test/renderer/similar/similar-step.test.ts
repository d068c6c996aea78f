import { expect, test } from "vitest";
import type { AlbumId } from "../../../electron/contract/album.ts";
import { SimilarQuery, SimilarQuestion } from "../../../electron/contract/similar.ts";
import type { Photo, PhotoId } from "../../../electron/contract/photo.ts";
import {
  addExamples,
  canBeExample,
  changeExample,
  countSides,
  depthWord,
  exampleOf,
  exampleOfKept,
  exampleOfPicture,
  firstSetup,
  isLiked,
  isNeeded,
  MOST_EXAMPLES,
  removeExample,
  stepDepth,
  toExamples,
  toQuestion,
  uniqueExamples,
  type SimilarStep,
} from "../../../renderer/src/similar/similar-step.ts";
import {
  arrivalText,
  refinedText,
  stepName,
  stepTitle,
} from "../../../renderer/src/similar/similar-words.ts";

const [one, two, three] = [1, 2, 3].map((id) =>
  exampleOf({ id: id as PhotoId, name: `IMG_${id}.jpg`, kind: "photo", state: "indexed" } as Photo),
) as [ReturnType<typeof exampleOf>, ReturnType<typeof exampleOf>, ReturnType<typeof exampleOf>];

function stepOf(...examples: SimilarStep["examples"]): SimilarStep {
  return { key: 1, examples, ...firstSetup, within: "", beyond: 100 };
}

test("what is added goes behind what is there, and ends what was shown beyond the end", () => {
  const step = addExamples(stepOf(one), [two, { ...three, weight: -1 }]);

  expect(step.examples.map(({ name, weight }) => [name, weight])).toEqual([
    ["IMG_1.jpg", 1],
    ["IMG_2.jpg", 1],
    ["IMG_3.jpg", -1],
  ]);
  expect(step.beyond).toBe(0);
});

test("a photo that is an example already changes sides, and keeps its place and its part", () => {
  const region = { x: 0, y: 0, width: 0.5, height: 0.5 };
  const step = addExamples(stepOf({ ...one, region, weight: 3 }, two), [{ ...one, weight: -1 }]);

  expect(step.examples).toEqual([{ ...one, region, weight: -1 }, two]);
});

test("a part comes, stays while the weight changes, and goes", () => {
  const region = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 };
  const cut = changeExample(stepOf(one), one.key, { region });
  const weighed = changeExample(cut, one.key, { weight: 2 });

  expect(weighed.examples).toEqual([{ ...one, weight: 2, region }]);
  expect(changeExample(weighed, one.key, { region: undefined }).examples).toEqual([
    { ...one, weight: 2 },
  ]);
});

test("the last example to be like is needed; others may go", () => {
  const less = { ...two, weight: -1 };

  expect(isNeeded(stepOf(one, less), one.key)).toBe(true);
  expect(isNeeded(stepOf(one, less), less.key)).toBe(false);
  expect(isNeeded(stepOf(one, two), one.key)).toBe(false);
  expect(removeExample(stepOf(one, less), less.key).examples).toEqual([one]);
});

test("the engine is asked what its contract allows, at most", () => {
  const region = { x: 0.6, y: 0.6, width: 0.4, height: 0.4 };
  const picture = { picture: "token", name: "x.heic", thumbnail: undefined } as const;
  const outside = exampleOfPicture({ ...picture, origin: "clipboard" }, -0.5);
  const { depth, within, ...step } = stepOf({ ...one, region }, outside);

  const asked = { examples: toExamples({ depth, within, ...step }), depth, within };
  expect(SimilarQuery.parse(asked).examples).toEqual([
    { of: { photo: 1 }, weight: 1, region },
    { of: { picture: "token" }, weight: -0.5 },
  ]);
  const many = Array.from({ length: MOST_EXAMPLES }, () => one);
  expect(SimilarQuery.safeParse({ examples: toExamples(stepOf(...many)) }).success).toBe(true);
  const more = { examples: toExamples(stepOf(...many, one)) };
  expect(SimilarQuery.safeParse(more).success).toBe(false);
});

test("a video and what cannot be shown are no examples", () => {
  const photo = { kind: "photo", state: "seen" } as Photo;

  expect(canBeExample(photo)).toBe(true);
  expect(canBeExample({ ...photo, kind: "video" })).toBe(false);
  expect(canBeExample({ ...photo, state: "failed" })).toBe(false);
});

test("the keys go from looks to meaning in ten steps, and no further", () => {
  const places = [1];
  for (let press = 0; press < 12; press++) places.push(stepDepth(places.at(-1)!, -1));

  expect(places.slice(0, 11)).toEqual([1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0]);
  expect(places.slice(11)).toEqual([0, 0]);
  expect(stepDepth(1, 1)).toBe(1);
});

test("each depth has a word, the same from both ends", () => {
  expect([0, 0.1, 0.4, 0.5, 0.6, 0.9, 1].map(depthWord)).toEqual([
    "looks",
    "mostly-looks",
    "mostly-looks",
    "both",
    "mostly-means",
    "mostly-means",
    "means",
  ]);
});

test("a question is called by its first photo and how many there are besides", () => {
  expect(stepName(stepOf({ ...three, weight: -1 }, one))).toBe("IMG_1.jpg");
  expect(stepName(stepOf(one, two, three))).toBe("IMG_1.jpg and 2 more");
});

test("screen readers hear the bands, and after a change the sides and how many are left", () => {
  const bands = { "same-shot": 4, "very-similar": 37, related: 1212 };
  const answer = { photos: [], total: 1253, bands };
  const none = { ...answer, total: 0 };
  const refined = stepOf(one, two, { ...three, weight: -2 });

  expect(arrivalText(stepOf(one), answer)).toBe(
    "Similar to IMG_1.jpg: 4 same shot, 37 very similar, and 1,212 related",
  );
  const few = { "same-shot": 2, "very-similar": 0, related: 0 };
  expect(arrivalText(stepOf(one), { ...answer, total: 2, bands: few })).toBe(
    "Similar to IMG_1.jpg: 2 same shot",
  );
  expect(arrivalText(stepOf(one), none)).toBe("Nothing similar to IMG_1.jpg.");
  expect(countSides(refined.examples)).toEqual({ more: 2, less: 1 });
  expect(refinedText(refined, { ...answer, total: 188 })).toBe("2 more, 1 less. 188 photos.");
  expect(refinedText(stepOf(one), { ...answer, total: 1 })).toBe("1 photo.");
});

test("an album keeps examples by their photos, their names and how they count, and takes what it is given", () => {
  const region = { x: 0.5, y: 0, width: 0.5, height: 1 };
  const kept = exampleOfKept({ picture: "kept-1", name: "x.jpg", thumbnail: "/thumbnail/1" }, -2);
  const step = { ...stepOf({ ...one, weight: 3, region }, kept), depth: 0.4 };

  const question = toQuestion(step);

  expect(question).toEqual({
    examples: [
      { of: { photo: 1 }, name: "IMG_1.jpg", weight: 3, region },
      { of: { picture: "kept-1" }, name: "x.jpg", weight: -2 },
    ],
    depth: 0.4,
    edited: true,
  });
  expect(SimilarQuestion.parse(question)).toEqual(question);
});

test("of two examples that became one photo the first counts, and without any to be like there is nothing to ask", () => {
  expect(uniqueExamples([one, two, { ...one, weight: -1 }])).toEqual([one, two]);
  expect([isLiked([{ ...one, weight: -1 }]), isLiked([{ ...one, weight: -1 }, two])]).toEqual([
    false,
    true,
  ]);
});

test("a question that an album keeps is called as the album, too", () => {
  const album = { id: 4 as AlbumId, name: "Beach" };

  expect([stepTitle(stepOf(one)), stepTitle({ ...stepOf(one, two), album })]).toEqual([
    "Similar to IMG_1.jpg",
    "Beach: similar to IMG_1.jpg and 1 more",
  ]);
});
