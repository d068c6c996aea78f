import { expect, test } from "vitest";
import {
  activityLabel,
  activityName,
  activitySentence,
  describeCurrent,
  haltOf,
  shareDone,
  timeLeft,
} from "../../../renderer/src/activity/describe-activity.ts";
import { switchSentence } from "../../../renderer/src/library/switch-sentence.ts";

const idle = { scanning: 0, done: 0, total: 0, failed: 0, perSecond: 0 };
const busy = { scanning: 0, done: 1_204, total: 3_168, failed: 2, perSecond: 2.7 };
const counts = {
  photos: 48_312,
  indexed: 48_300,
  failed: 12,
  missing: 0,
  untagged: 0,
  picked: 0,
  review: 0,
};

test("the button says what, how far, and how long", () => {
  expect(activityName(busy)).toBe(
    "Activity: indexing, 38 percent, 1,964 left, about 12 minutes left",
  );
  expect(activityName(idle)).toBe("Activity: up to date");
});

test("folders that are walked are told as that, also after photos were indexed", () => {
  for (const done of [0, 22]) {
    const reading = { ...idle, scanning: 1, done, total: done };
    expect(activityName(reading)).toBe("Activity: reading folders");
    expect(activityLabel(reading)).toBe("Reading folders");
  }
});

test("nobody guesses how long while folders are still read", () => {
  expect(timeLeft({ ...busy, scanning: 1 })).toBeUndefined();
  expect(timeLeft({ ...busy, perSecond: 0 })).toBeUndefined();
});

test("times grow from seconds to hours", () => {
  expect(timeLeft({ ...busy, done: 3_160 })).toBe("less than a minute left");
  expect(timeLeft({ ...busy, total: 50_000 })).toBe("about 5 hours left");
});

test("the sentence matches what is going on", () => {
  expect(activitySentence(busy, counts)).toBe("Indexing 1,204 of 3,168, about 12 minutes left.");
  expect(activitySentence({ ...idle, scanning: 2 }, counts)).toBe(
    "Reading 2 folders, 48,312 photos found.",
  );
  expect(activitySentence(idle, counts)).toBe("48,300 of 48,312 photos are indexed.");
  expect(activitySentence(idle, { ...counts, photos: 0 })).toBe("Nothing to do.");
});

test("while another model looks at the photos, the button says how far it is", () => {
  const switching = {
    from: "starter int8",
    to: "resnet50 int8",
    done: 12_400,
    total: 48_312,
    source: "thumbnails",
  } as const;

  expect(activityName(idle, switching)).toBe("Activity: new model, 25%");
  expect(activityLabel(idle, switching)).toBe("New model, 25%");
  expect(activityLabel(busy, switching)).toBe("1,964 left");
  expect(switchSentence(switching)).toBe(
    "New model: 12,400 of 48,312 photos done. Until then the old one answers.",
  );
  expect(switchSentence({ ...switching, source: "deciding" })).toBe(
    "New model: getting ready. Until then the old one answers.",
  );
});

test("the label is short", () => {
  expect([activityLabel(busy), activityLabel(idle)]).toEqual(["1,964 left", "Up to date"]);
});

test("the share is never more than all", () => {
  expect(shareDone({ ...busy, done: 4_000 })).toBe(1);
  expect(shareDone(idle)).toBe(0);
});

test("what is read just now is told by its folder and its name, however paths are written", () => {
  expect(describeCurrent({ ...busy, path: "/home/ada/Lisbon/IMG_7.jpg" })).toBe(
    "Lisbon › IMG_7.jpg",
  );
  expect(describeCurrent({ ...busy, path: "C:\\Photos\\Lisbon\\IMG_7.jpg" })).toBe(
    "Lisbon › IMG_7.jpg",
  );
  expect(describeCurrent(idle)).toBeUndefined();
});

test("indexing that cannot go on is not said to go on", () => {
  const stopped = [{ kind: "reader-stopped", photo: null }] as const;

  expect(haltOf(false, busy, stopped)).toBe("stopped");
  expect(haltOf(true, busy, stopped)).toBe("paused");
  expect(haltOf(false, idle, stopped)).toBeUndefined();
  expect(haltOf(false, busy, [{ kind: "catalog-damaged" }])).toBeUndefined();
});
