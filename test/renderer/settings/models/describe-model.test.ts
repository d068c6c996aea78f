import { expect, test } from "vitest";
import type { Model, ModelFile, ModelList } from "../../../../electron/contract/model.ts";
import {
  fileInUse,
  fileState,
  fileTitle,
  useOf,
} from "../../../../renderer/src/settings/models/describe-model.ts";
import { speedText } from "../../../../renderer/src/settings/speed-text.ts";

const int8: ModelFile = {
  precision: "int8",
  bytes: 25_816_052,
  licence: "Apache-2.0",
  state: "absent",
  receivedBytes: 0,
  downloadHost: "github.com",
  isPreferred: true,
  speed: null,
};
const float32: ModelFile = { ...int8, precision: "float32" };
const resnet: Model = {
  name: "resnet50",
  title: "ResNet-50",
  note: "",
  source: "",
  classes: 1000,
  embeddingSize: 2048,
  files: [int8, float32],
  use: null,
  usedPrecision: null,
};
const starter: Model = { ...resnet, name: "starter", title: "Starter", use: "active" };

function list(models: Model[], to?: string): ModelList {
  const switching = { from: "starter int8", to: to ?? "", done: 0, total: 9, source: "files" };
  return { models, switching: to === undefined ? null : (switching as ModelList["switching"]) };
}

test("speeds are whole photos from ten on, and tenths below", () => {
  expect([41.2, 9.96, 3.14, 1, 0.62].map(speedText)).toEqual([
    "41 photos a second",
    "10 photos a second",
    "3.1 photos a second",
    "1 photo a second",
    "0.6 photos a second",
  ]);
});

test("every state of a file is said in words", () => {
  const states: Partial<ModelFile>[] = [
    { state: "bundled" },
    { state: "installed" },
    { state: "installed", precision: "file" },
    { state: "downloading", receivedBytes: 25_700_000 },
    { state: "partial", receivedBytes: 12_100_000 },
    { state: "absent" },
    { state: "absent", downloadHost: null },
  ];

  expect(states.map((state) => fileState({ ...int8, ...state }))).toEqual([
    "Came with the app.",
    "On this computer.",
    "Your own file.",
    "25.7 MB of 25.8 MB, 99%",
    "12.1 MB of 25.8 MB are here.",
    "Not here yet. Comes from github.com.",
    "The file is not here.",
  ]);
});

test("a precision is named only where there are several", () => {
  expect(fileTitle(resnet, int8)).toBe("ResNet-50, int8");
  expect(fileTitle({ ...resnet, files: [float32] }, float32)).toBe("ResNet-50");
});

test("from one model to another, one answers and the other is next", () => {
  const models = [
    { ...starter, usedPrecision: "int8" },
    { ...resnet, use: "next" as const, usedPrecision: "float32" },
  ];
  const switching = list(models, "resnet50 float32");

  expect(fileInUse(switching, "active")?.choice).toEqual({ name: "starter", precision: "int8" });
  expect(fileInUse(switching, "next")?.title).toBe("ResNet-50, float32");
});

test("from one file of a model to another, both are known", () => {
  const model = { ...starter, usedPrecision: "int8" };
  const switching = list([model], "starter float32");

  expect(useOf(switching, model, int8)).toBe("active");
  expect(useOf(switching, model, float32)).toBe("next");
  expect(useOf(list([model]), model, float32)).toBeNull();
});
