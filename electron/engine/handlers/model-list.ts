import { stat } from "node:fs/promises";
import type { Model, ModelFile, ModelList, ModelSpeed } from "../../contract/model.ts";
import { modelKey } from "../inference/models/model-key.ts";
import type { ProcessorKind } from "../inference/models/model-card.ts";
import { readSpeeds } from "../inference/models/model-speeds.ts";
import type { ResolvedModel } from "../inference/models/resolved-model.ts";
import type { StoredFile, StoredModel } from "../inference/models/store/stored-models.ts";
import type { Parts } from "../parts.ts";
import { inEnglish } from "../../texts/in-english.ts";
import { toldAs } from "../../texts/tell-card.ts";
import { tell } from "../../texts/tell.ts";
import { processorKind } from "./known-provider.ts";

const NO_LICENCE = tell("model.licence.unknown");

interface Standing {
  readonly activeKey: string;
  readonly nextKey: string | undefined;
  readonly kind: ProcessorKind;
  /** By checksum. */
  readonly speeds: ReadonlyMap<string, ModelSpeed>;
}

/** Every model that the app knows, and how this library stands to it. */
export async function readModelList(
  parts: Pick<Parts, "current" | "modelSwitch" | "models" | "db">,
): Promise<ModelList> {
  const { model: active } = parts.current();
  const [stored, speeds, kind] = await Promise.all([
    parts.models.list(),
    readSpeeds(),
    processorKind(parts.db),
  ]);
  const { nextKey } = parts.modelSwitch;
  const standing: Standing = { activeKey: active.key, nextKey, kind, speeds };
  const models = stored.map((model) => toModel(model, standing));
  if (!models.some(({ use }) => use === "active")) models.push(await fromActive(active));
  return { models, switching: parts.modelSwitch.status() };
}

function toModel(stored: StoredModel, standing: Standing): Model {
  const { name, title, note, source, classes, embeddingSize } = stored;
  const used = (key: string | undefined) =>
    stored.files.find((file) => modelKey(name, file.precision, file.sha256) === key);
  const active = used(standing.activeKey);
  const inUse = active ?? used(standing.nextKey);
  return {
    name,
    title,
    note,
    source,
    ...toldAs("noteTold", note),
    ...toldAs("sourceTold", source),
    classes,
    embeddingSize,
    files: stored.files.map((file) => toFile(file, stored, standing)),
    use: active ? "active" : inUse ? "next" : null,
    usedPrecision: inUse?.precision ?? null,
  };
}

function toFile(
  { precision, sha256, bytes, licence, state, receivedBytes, downloadHost }: StoredFile,
  { preferred }: StoredModel,
  { kind, speeds }: Standing,
): ModelFile {
  const isPreferred = precision === preferred[kind];
  const speed = speeds.get(sha256) ?? null;
  const known = { precision, bytes, licence, ...toldAs("licenceTold", licence), downloadHost };
  return { ...known, state, receivedBytes, isPreferred, speed };
}

/** A file that was named on the command line, and lies where the user has it. */
async function fromActive(model: ResolvedModel): Promise<Model> {
  const { name, note, filePath, labels, embeddingSize, precision } = model;
  const { size: bytes } = await stat(filePath);
  const file: ModelFile = {
    precision,
    bytes,
    licence: inEnglish(NO_LICENCE),
    licenceTold: NO_LICENCE,
    state: "installed",
    receivedBytes: bytes,
    downloadHost: null,
    isPreferred: true,
    speed: null,
  };
  return {
    name,
    title: name,
    note,
    ...toldAs("noteTold", note),
    source: filePath,
    classes: labels.length,
    embeddingSize,
    files: [file],
    use: "active",
    usedPrecision: precision,
  };
}
