/**
 * @file The labels of photos as they are shown: what the model says, put right by the user.
 */
import type { Label, PhotoId, TopLabel } from "../../../contract/photo.ts";
import { countVerdicts, readVerdicts, type PhotoVerdict } from "../../catalog/verdicts.ts";
import type { SearchSource } from "../search-source.ts";
import { keyOf, type LabelVocabulary } from "./vocabulary.ts";

/** Labels beyond these are not shown on a photo. */
export const SHOWN_LABELS = 5;

/** One photo's labels, and what the user said of some. */
interface JudgedLabels {
  /** The model's, most confident first, down to the floor of what is kept. */
  readonly said: readonly Label[];
  readonly verdicts: readonly PhotoVerdict[];
  readonly vocabulary: LabelVocabulary;
}

/** For each photo of a JSON array of ids: confirmed labels, then those at or above the threshold that nobody rejected. */
export function readShownLabels(ids: string, source: SearchSource): Map<number, Label[]> {
  const { labelThreshold } = source.model;
  const labels = readLabels(ids, labelThreshold, source);
  const verdicts = Map.groupBy(readVerdicts(source.catalog, ids), ({ photoId }) => photoId);
  if (verdicts.size === 0) return labels;
  const vocabulary = source.vocabulary();
  const all = readLabels(JSON.stringify([...verdicts.keys()]), 0, source);
  for (const [id, own] of verdicts) {
    const judged = { said: all.get(id) ?? [], verdicts: own, vocabulary };
    labels.set(id, shownLabels(judged, labelThreshold));
  }
  return labels;
}

/**
 * Confirmed labels, the model's surest whatever their confidence, and rejected ones, so that each verdict can be taken
 * back. What a rejected family holds is left out.
 */
export function readTopLabels(id: PhotoId, source: SearchSource): TopLabel[] {
  const ids = JSON.stringify([id]);
  const vocabulary = source.vocabulary();
  const verdicts = readVerdicts(source.catalog, ids);
  const judged = { said: readLabels(ids, 0, source).get(id) ?? [], verdicts, vocabulary };
  const confirmed = labelsWith("confirmed", judged);
  const rejected = labelsWith("rejected", judged);
  const own = new Set([...confirmed, ...rejected].map(keyOf));
  const gone = rejectedClasses(judged);
  const surest = judged.said
    .filter((label) => own.has(keyOf(label)) || !gone.has(keyOf(label)))
    .slice(0, SHOWN_LABELS);
  const shown = new Map(
    [...confirmed, ...surest, ...rejected].map((label) => [keyOf(label), label]),
  );
  const counts = countVerdicts(source.catalog, source.model.key, [...shown.keys()]);
  const precision = new Map(
    counts.map(({ label, name, ...count }) => [label, { label: name, ...count }]),
  );
  const verdictOn = new Map(verdicts.map(({ label, verdict }) => [label, verdict]));
  return [...shown].map(([key, label]) => ({
    ...label,
    families: vocabulary.familyWords(key),
    verdict: verdictOn.get(key) ?? null,
    precision: precision.get(key) ?? null,
  }));
}

function shownLabels(judged: JudgedLabels, threshold: number): Label[] {
  const confirmed = labelsWith("confirmed", judged);
  const hidden = new Set([...rejectedClasses(judged), ...confirmed.map(keyOf)]);
  const sure = judged.said.filter(({ confidence }) => confidence >= threshold);
  return [...confirmed, ...sure.filter((label) => !hidden.has(keyOf(label)))];
}

/** The latest verdict first; with the confidence that the model gave them, a family with the sum of its classes. */
function labelsWith(wanted: "confirmed" | "rejected", judged: JudgedLabels): Label[] {
  const { said, verdicts, vocabulary } = judged;
  const keys = verdicts.filter(({ verdict }) => verdict === wanted).map(({ label }) => label);
  return keys.map((key) => {
    const { word, classes } = vocabulary.meaningOf(key);
    const members = new Set(classes.map(keyOf));
    const own = said.filter((label) => members.has(keyOf(label)));
    const sum = own.reduce((total, { confidence }) => total + confidence, 0);
    return { name: word, wnid: isWnid(key) ? key : null, confidence: Math.min(1, sum) };
  });
}

function rejectedClasses({ verdicts, vocabulary }: JudgedLabels): Set<string> {
  const rejected = verdicts.filter(({ verdict }) => verdict === "rejected");
  return new Set(rejected.flatMap(({ label }) => vocabulary.membersOf(label).map(keyOf)));
}

function isWnid(key: string): boolean {
  return /^n\d{8}$/.test(key);
}

/** Of the active model, most confident first, for each photo of a JSON array of ids (each once). */
function readLabels(
  ids: string,
  minConfidence: number,
  { catalog, model }: SearchSource,
): Map<number, Label[]> {
  const rows = catalog.all<Label & { photoId: number }>(
    `SELECT photo_id AS photoId, class.name, class.wnid, confidence
     FROM json_each(?) AS wanted CROSS JOIN label ON photo_id = wanted.value
       JOIN class ON class.id = class_id JOIN model ON model.id = model_id
     WHERE confidence >= ? AND model.key = ?
     ORDER BY confidence DESC, class.position`,
    [ids, minConfidence, model.key],
  );
  const byPhoto = new Map<number, Label[]>();
  for (const { photoId, name, wnid, confidence } of rows) {
    const label = { name, wnid, confidence };
    const labels = byPhoto.get(photoId);
    if (labels) labels.push(label);
    else byPhoto.set(photoId, [label]);
  }
  return byPhoto;
}
