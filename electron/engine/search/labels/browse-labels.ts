import type { LabelBrowse, LabelChild, LabelCover } from "../../../contract/label-browse.ts";
import { LibraryError } from "../../../contract/errors.ts";
import { SUM_FLOOR } from "../../catalog/label-sums.ts";
import { countVerdicts } from "../../catalog/verdicts.ts";
import { readVersion } from "../catalog-version.ts";
import { prepareQuery } from "../prepare-query.ts";
import type { SearchSource } from "../search-source.ts";
import { anyCover, readClassCovers, type ClassCover } from "./class-covers.ts";
import type { LabelQuestions } from "./label-questions.ts";
import { LabelTree, type LabelBranch } from "./label-tree.ts";
import type { LabelClass, LabelVocabulary } from "./vocabulary.ts";

/** Of the confidence that a label needs: from there on the model had a reason, below it guesses. */
const UNSURE_FROM = 0.4;

/** What was found out about the catalog as it is at the moment. */
interface Known {
  readonly version: string;
  readonly answers: Map<string | null, LabelBrowse>;
  readonly covers: ReadonlyMap<number, ClassCover>;
}

/** The way from wide families down to the classes of the active model, with how many photos there are of each. */
export class LabelBrowser {
  readonly #source: SearchSource;
  readonly #questions: LabelQuestions;
  #tree: { readonly vocabulary: LabelVocabulary; readonly tree: LabelTree } | undefined;
  #known: Known | undefined;

  constructor(source: SearchSource, questions: LabelQuestions) {
    this.#source = source;
    this.#questions = questions;
  }

  /** `word`: as after `label:`; null for the widest families. An unknown word throws `request-invalid`. */
  browse(word: string | null): LabelBrowse {
    const { answers } = this.#current();
    let answer = answers.get(word);
    if (answer === undefined) {
      answer = word === null ? this.#top() : this.#label(word);
      answers.set(word, answer);
    }
    return answer;
  }

  #top(): LabelBrowse {
    const { classes } = this.#source.vocabulary();
    return {
      word: null,
      name: null,
      above: [],
      photos: null,
      kinds: classes.length,
      found: this.#found(classes),
      precision: null,
      children: this.#children(this.#labelTree().tops()),
      unsure: 0,
      unsureFrom: this.#unsureFrom(),
    };
  }

  #label(text: string): LabelBrowse {
    const vocabulary = this.#source.vocabulary();
    const meaning = vocabulary.find(text);
    if (!meaning || meaning.classes.length === 0) throw this.#unknown(text);
    const { key } = meaning;
    const tree = this.#labelTree();
    const classes = tree.classesOf(key);
    const word = vocabulary.termOf(key, meaning.word);
    const photos = this.#questions.count(key, word);
    const from = this.#unsureFrom();
    const likely = { kind: "label", name: word, minConfidence: from } as const;
    return {
      word,
      name: meaning.word,
      above: tree.above(key).map((each) => this.#named(each)),
      photos,
      kinds: classes.length,
      found: this.#found(classes),
      precision: this.#precision(key),
      children: this.#children(tree.below(key)),
      unsure: Math.max(0, prepareQuery(likely, this.#source).total - photos),
      unsureFrom: from,
    };
  }

  /** Those with photos; families before single labels, what has most photos first. */
  #children(branches: readonly LabelBranch[]): LabelChild[] {
    const children = branches.flatMap((branch) => {
      const { key, classes } = branch;
      const { word, name } = this.#named(key);
      const photos = this.#questions.count(key, word);
      if (photos === 0) return [];
      const found = this.#found(classes);
      const hasBelow = classes.length > 1;
      return [{ word, name, photos, kinds: classes.length, found, hasBelow, classes }];
    });
    children.sort(
      (a, b) =>
        Number(b.hasBelow) - Number(a.hasBelow) ||
        b.photos - a.photos ||
        a.name.localeCompare(b.name, "en"),
    );
    const used = new Set<number>();
    return children.map(({ classes, ...child }) => ({
      ...child,
      cover: this.#cover(classes, child.word, used),
    }));
  }

  /** The surest photo of any of the classes; one that a tile before it has only where there is no other. */
  #cover(classes: readonly LabelClass[], word: string, used: Set<number>): LabelCover | null {
    const { covers } = this.#current();
    const best = classes
      .flatMap(({ id }) => covers.get(id) ?? [])
      .sort((a, b) => b.confidence - a.confidence || b.id - a.id);
    const cover =
      best.find(({ id }) => !used.has(id)) ??
      best[0] ??
      anyCover({ kind: "label", name: word }, this.#source);
    if (!cover) return null;
    used.add(cover.id);
    const { id, fingerprint, turn } = cover;
    return { id, fingerprint, turn };
  }

  #precision(key: string): LabelBrowse["precision"] {
    const { catalog, model } = this.#source;
    const keys = [...this.#source.vocabulary().below(key)];
    const counts = countVerdicts(catalog, model.key, keys);
    const right = counts.reduce((sum, { confirmed }) => sum + confirmed, 0);
    const wrong = counts.reduce((sum, { rejected }) => sum + rejected, 0);
    return right + wrong === 0 ? null : { right, checked: right + wrong };
  }

  #found(classes: readonly LabelClass[]): number {
    const counts = this.#questions.classCounts();
    return classes.filter(({ id }) => (counts.get(id) ?? 0) > 0).length;
  }

  #named(key: string): { word: string; name: string } {
    const vocabulary = this.#source.vocabulary();
    const { word: name } = vocabulary.meaningOf(key);
    return { word: vocabulary.termOf(key, name), name };
  }

  #unsureFrom(): number {
    const { labelThreshold } = this.#source.model;
    return Number(Math.max(SUM_FLOOR, labelThreshold * UNSURE_FROM).toFixed(2));
  }

  #unknown(text: string): LibraryError {
    const near = this.#questions.explain(text).nearMisses.map(({ word }) => word);
    const hint = near.length > 0 ? `; near: ${near.join(", ")}` : "";
    return new LibraryError(
      "request-invalid",
      `expected a label that the model knows, such as dog, but got ${JSON.stringify(text)}${hint}`,
    );
  }

  #labelTree(): LabelTree {
    const vocabulary = this.#source.vocabulary();
    if (this.#tree?.vocabulary !== vocabulary)
      this.#tree = { vocabulary, tree: new LabelTree(vocabulary) };
    return this.#tree.tree;
  }

  #current(): Known {
    const version = readVersion(this.#source);
    if (this.#known?.version !== version)
      this.#known = { version, answers: new Map(), covers: readClassCovers(this.#source) };
    return this.#known;
  }
}
