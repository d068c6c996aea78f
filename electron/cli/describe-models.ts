import type { Model, ModelFile, ModelList } from "../contract/model.ts";

/** Lines for people: each model, and below it each of its files. */
export function describeModels({ models, switching }: ModelList): string[] {
  const lines = models.flatMap((model) => [
    `${model.name}  ${model.title}: ${model.classes} labels, embeddings of ${model.embeddingSize} numbers`,
    ...model.files.map((file) => `  ${describeFile(model, file)}`),
  ]);
  if (!switching) return lines;
  const { from, to, done, total } = switching;
  return [...lines, `The library is on its way from ${from} to ${to}: ${done} of ${total} photos`];
}

export function toMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function describeFile({ use, usedPrecision }: Model, file: ModelFile): string {
  const facts = [
    file.precision.padEnd(8),
    toMegabytes(file.bytes).padStart(9),
    describeState(file).padEnd(22),
    file.licence,
  ];
  if (file.precision === usedPrecision) facts.push(use === "active" ? "in use" : "next");
  if (file.isPreferred) facts.push("suits this machine");
  const { speed } = file;
  if (speed) facts.push(`${speed.photosPerSecond.toFixed(1)} photos a second on ${speed.provider}`);
  return facts.join("  ");
}

function describeState({ state, receivedBytes, downloadHost }: ModelFile): string {
  switch (state) {
    case "bundled":
      return "comes with the app";
    case "installed":
      return "installed";
    case "downloading":
      return `fetching, ${toMegabytes(receivedBytes)}`;
    case "partial":
      return `stopped at ${toMegabytes(receivedBytes)}`;
    case "absent":
      return downloadHost !== null ? "not installed" : "missing";
  }
}
