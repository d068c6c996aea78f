import { expect, test } from "vitest";
import { burstAround, type Shot } from "../../electron/contract/burst.ts";

const day = "2023-05-14T18:";

/** Photos of one camera, or of the cameras that are named, taken at these minutes and seconds. */
function list(times: readonly (string | null)[], cameras: readonly Shot["camera"][] = []) {
  const shots = times.map((time, at) => ({
    takenAt: time && `${day}${time}`,
    camera: at in cameras ? cameras[at] : "Fox",
  }));
  return (place: number): Shot | undefined => shots[place];
}

test("photos belong to a burst while each was taken within 3 s of the one beside it", () => {
  const shotAt = list(["00:00", "00:01", "00:04", "00:07", "00:11", "00:12"]);

  expect(burstAround(1, shotAt)).toEqual([0, 1, 2, 3]);
  expect(burstAround(3, shotAt)).toEqual([0, 1, 2, 3]);
  expect(burstAround(4, shotAt)).toEqual([4, 5]);
});

test("it is the same burst with the newest photo first, and over the end of a minute", () => {
  expect(burstAround(2, list(["01:01", "00:59", "00:58", "00:10"]))).toEqual([0, 1, 2]);
});

test("a photo of another camera in between is left out and ends no burst", () => {
  const cameras = ["Fox", "Owl", "Fox", "Owl", "Fox"];
  const shotAt = list(["00:00", "00:01", "00:02", "00:03", "00:04"], cameras);

  expect(burstAround(2, shotAt)).toEqual([0, 2, 4]);
  expect(burstAround(1, shotAt)).toEqual([1, 3]);
});

test("a photo whose camera nobody read yet may be of the burst; one without a camera is not", () => {
  const shotAt = list(["00:00", "00:01", "00:02"], ["Fox", undefined, null]);

  expect(burstAround(0, shotAt)).toEqual([0, 1]);
});

test("a photo stands alone without a time of day, or beside photos that were not read", () => {
  const dayAlone = (place: number): Shot | undefined =>
    place < 3 ? { takenAt: "2023-05-14", camera: "Fox" } : undefined;

  expect(burstAround(1, dayAlone)).toEqual([1]);
  expect(burstAround(1, list([null, "00:01", null]))).toEqual([1]);
  expect(burstAround(0, list(["00:01"]))).toEqual([0]);
  expect(burstAround(0, list([]))).toEqual([]);
});

test("the camera's clock counts, with an offset or without", () => {
  const shotAt = (place: number): Shot | undefined =>
    [
      { takenAt: `${day}00:00+02:00`, camera: "Fox" },
      { takenAt: `${day}00:02`, camera: "Fox" },
    ][place];

  expect(burstAround(0, shotAt)).toEqual([0, 1]);
});

test("a burst without an end is told as far as a hundred photos to each side", () => {
  const endless = (): Shot => ({ takenAt: `${day}00:00`, camera: "Fox" });

  const burst = burstAround(500, endless);

  expect([burst.length, burst[0], burst.at(-1)]).toEqual([201, 400, 600]);
});
