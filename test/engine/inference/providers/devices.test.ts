import { expect, test } from "vitest";
import {
  deviceIdOf,
  devicesOf,
  deviceText,
  executionsOf,
} from "../../../../electron/engine/inference/providers/devices.ts";

const card = (name: string, vendor = "") => ({ name, vendor, driver: null, bus: "" });
const INTEL = card("UHD Graphics 770", "Intel");
const RTX = card("GeForce RTX 4090", "NVIDIA");
const OLD = card("NVIDIA T400");

test("CUDA counts NVIDIA's cards, DirectML all of them", () => {
  const names = (cards: Parameters<typeof devicesOf>[1]) =>
    (["cuda", "dml"] as const).map((provider) => devicesOf(provider, cards).map(deviceText));

  expect(names([INTEL, RTX, OLD])).toEqual([
    ["0: GeForce RTX 4090", "1: NVIDIA T400"],
    ["0: UHD Graphics 770", "1: GeForce RTX 4090", "2: NVIDIA T400"],
  ]);
});

test("one card, or none that is known, is no choice", () => {
  expect(executionsOf("cuda", [INTEL, RTX])).toEqual([{ provider: "cuda" }]);
  expect(executionsOf("dml", [])).toEqual([{ provider: "dml" }]);
  expect(executionsOf("webgpu", [RTX, OLD])).toEqual([{ provider: "webgpu" }]);
});

test("a device is told by its number, with or without its name", () => {
  expect(["1: NVIDIA T400", "1", " 12 ", "first", "1st", ""].map(deviceIdOf)).toEqual([
    1,
    1,
    12,
    undefined,
    undefined,
    undefined,
  ]);
});
