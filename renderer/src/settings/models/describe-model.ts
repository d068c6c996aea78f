import type { Model, ModelFile, ModelList } from "../../../../electron/contract/model.ts";
import { formatBytes, formatPercent } from "../../messages/format.ts";
import { say } from "../../messages/say.ts";

/** One file of a model, as requests name it. */
export interface FileChoice {
  readonly name: string;
  readonly precision: string;
}

/** What a row of a list is known by. */
export function choiceKey({ name, precision }: FileChoice): string {
  return `${name}:${precision}`;
}

/** "ResNet-50, int8"; a model with one file needs no precision to be told from others. */
export function fileTitle({ title, files }: Model, { precision }: Pick<ModelFile, "precision">) {
  return files.length > 1 ? say("models.file", { title, precision }) : title;
}

/** What a precision is good for: "for processors"; undefined where that is not known. */
export function precisionPurpose(precision: string): string | undefined {
  if (precision === "int8") return say("models.precision.int8");
  if (precision === "float32") return say("models.precision.float32");
  return undefined;
}

export function isHere({ state }: Pick<ModelFile, "state">): boolean {
  return state === "bundled" || state === "installed";
}

export function isBuiltIn({ files }: Model): boolean {
  return files.some(({ state }) => state === "bundled");
}

/** Between 0 and 1. */
export function shareReceived({ receivedBytes, bytes }: ModelFile): number {
  return Math.min(1, receivedBytes / bytes);
}

/** One sentence, or figures, on where a file is. */
export function fileState(file: ModelFile): string {
  const sizes = { received: formatBytes(file.receivedBytes), bytes: formatBytes(file.bytes) };
  switch (file.state) {
    case "bundled":
      return say("models.state.bundled");
    case "installed":
      return say(file.precision === "file" ? "models.state.own" : "models.state.installed");
    case "downloading":
      return say("models.state.downloading", {
        ...sizes,
        percent: formatPercent(Math.floor(shareReceived(file) * 100) / 100),
      });
    case "partial":
      return say("models.state.partial", sizes);
    case "absent":
      return file.downloadHost === null
        ? say("models.state.gone")
        : say("models.state.absent", { host: file.downloadHost });
  }
}

/** Whether a file answers (`active`) or takes over when the switch is done (`next`). */
export function useOf(
  { switching }: ModelList,
  { name, use, usedPrecision }: Model,
  { precision }: Pick<ModelFile, "precision">,
): "active" | "next" | null {
  if (use === "active" && usedPrecision === precision) return "active";
  // From one file of a model to another, `use` has room for the first alone.
  const title = precision === "file" ? name : `${name} ${precision}`;
  const isNext = use === "next" ? usedPrecision === precision : switching?.to === title;
  return isNext ? "next" : null;
}

/** A file, as requests and as people name it. */
export interface UsedFile {
  readonly choice: FileChoice;
  /** "ResNet-50, int8". */
  readonly title: string;
}

/** The file that answers, or the one that is next. */
export function fileInUse(list: ModelList, use: "active" | "next"): UsedFile | undefined {
  for (const model of list.models) {
    for (const file of model.files) {
      if (useOf(list, model, file) !== use) continue;
      const choice = { name: model.name, precision: file.precision };
      return { choice, title: fileTitle(model, file) };
    }
  }
  return undefined;
}
