import { expect, test } from "vitest";
import { InFlight } from "../../../electron/engine/photo-worker/in-flight.ts";
import { Job } from "../../../electron/engine/photo-worker/job.ts";
import { until } from "../../support/until.ts";

const job = () => new Job({ kind: "preview", path: "a.heic", previewPath: "a.webp" });

test("time that a file waits for memory is not held against it, time that it is decoded is", async () => {
  const inFlight = new InFlight();
  const overdue: string[] = [];

  const waiting = inFlight.add(job(), 1, () => overdue.push("waiting"));
  inFlight.pause(waiting);
  inFlight.add(job(), 30, () => overdue.push("decoded"));
  await until("the file that is decoded to be overdue", () => overdue.length > 0);
  const whileItWaited = [...overdue];
  inFlight.resume(waiting);
  await until("the other one to be overdue", () => overdue.length > 1);

  expect(whileItWaited).toEqual(["decoded"]);
  expect(overdue).toEqual(["decoded", "waiting"]);
});

test("a note about a call that has been answered changes nothing", () => {
  const inFlight = new InFlight();
  const id = inFlight.add(job(), 60_000, () => undefined);
  inFlight.take(id);

  inFlight.pause(id);
  inFlight.resume(id);

  expect(inFlight.size).toBe(0);
});
