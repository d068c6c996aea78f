import { readWordNet } from "../../../../electron/engine/inference/models/word-net.ts";
import { judge } from "../../../../electron/engine/catalog/verdicts.ts";
import type { LabelVerdict } from "../../../../electron/contract/label.ts";
import type { PhotoId } from "../../../../electron/contract/photo.ts";
import { WordNet } from "../../../../electron/engine/search/labels/word-net.ts";
import { TestCatalog, type TestCatalogOptions, type TestPhoto } from "../test-catalog.ts";

export const wordNet = new WordNet(readWordNet());

/** Some of ImageNet's classes, and one of somebody's own. */
export const classes = [
  ["n02085620", "Chihuahua"],
  ["n02099601", "golden retriever"],
  ["n02123045", "tabby"],
  ["n02123159", "tiger cat"],
  ["n02129165", "lion"],
  ["n02814533", "beach wagon"],
  ["n04285008", "sports car"],
  ["n02974003", "car wheel"],
  ["n04146614", "school bus"],
  ["n02012849", "crane (bird)"],
  ["n03126707", "crane (machine)"],
  ["n07697537", "hotdog"],
  ["n07753592", "banana"],
  ["n12267677", "acorn"],
  ["n02319095", "sea urchin"],
  [null, "Grandma's sofa"],
].map(([wnid, name]) => ({ wnid: wnid ?? null, name: name! }));

/** A catalog whose models name {@link classes}. */
export class LabelCatalog extends TestCatalog {
  #added = 0;

  constructor(options: TestCatalogOptions = {}) {
    super({ classes, wordNet: () => wordNet, ...options });
  }

  override add(photo: TestPhoto = {}): PhotoId {
    this.#added += 1;
    return super.add({ name: `${this.#added}.jpg`, ...photo });
  }

  /** What the user says of a label on photos; null takes it back. */
  judge(label: string, verdict: LabelVerdict | null, ...photos: PhotoId[]): PhotoId[] {
    const judged = this.search.labels.toJudge(label);
    if (!judged) throw new Error(`expected a label but got ${label}`);
    return judge(this.db, photos, { label: judged, verdict, modelKey: this.modelKey }).changed;
  }
}
