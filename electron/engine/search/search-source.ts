import type { CatalogReader } from "../catalog/catalog-reader.ts";
import { LabelVocabulary, type LabelClass } from "./labels/vocabulary.ts";
import type { WordNet } from "./labels/word-net.ts";
import { keepTimeline, type WholeTimeline } from "./whole-timeline.ts";

/** The model whose labels are shown and searched. */
export interface ActiveModel {
  readonly key: string;
  /** From its card: labels below it are guesses. */
  readonly labelThreshold: number;
}

/** What a search is made of. `model` may become another one between two questions. */
export interface SearchRooms {
  readonly catalog: CatalogReader;
  readonly model: ActiveModel;
  /** What common words stand for; without it labels are found by the names of classes alone. */
  readonly wordNet?: () => WordNet;
  /** Changes with every change of a photo; without it, nothing that was read of all photos is kept. See catalog/photo-revision.ts. */
  readonly photoRevision?: () => string;
  /** Called when a search had to add up labels because the model has no sums yet. */
  readonly onMissingSums?: () => void;
}

/** What a search reads. */
export interface SearchSource extends SearchRooms {
  /** Of the active model. */
  vocabulary(): LabelVocabulary;
  /** Undefined where none is kept; see whole-timeline.ts. */
  timeline(): WholeTimeline | undefined;
}

/** The vocabulary is kept as long as the model stays: its classes never change under its key. */
export function createSearchSource(rooms: SearchRooms): SearchSource {
  let known: { readonly key: string; readonly vocabulary: LabelVocabulary } | undefined;
  return {
    catalog: rooms.catalog,
    get model() {
      return rooms.model;
    },
    ...(rooms.wordNet && { wordNet: rooms.wordNet }),
    timeline: keepTimeline(rooms),
    ...(rooms.onMissingSums && { onMissingSums: rooms.onMissingSums }),
    vocabulary() {
      const { key } = rooms.model;
      if (known?.key !== key)
        known = { key, vocabulary: new LabelVocabulary(readClasses(rooms), rooms.wordNet?.()) };
      return known.vocabulary;
    },
  };
}

function readClasses({ catalog, model }: SearchRooms): LabelClass[] {
  return catalog.all(
    "SELECT class.id, name, wnid FROM class JOIN model ON model.id = model_id WHERE key = ?",
    [model.key],
  );
}
