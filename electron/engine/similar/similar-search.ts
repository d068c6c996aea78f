import type { PhotoId } from "../../contract/photo.ts";
import type { Band, SimilarPage } from "../../contract/similar.ts";
import type { CatalogReader } from "../catalog/catalog-reader.ts";
import type { PhotoSearch } from "../search/run-query.ts";
import { VECTOR_COLUMNS, type VectorColumn } from "../vectors/vector-column.ts";
import { bandLimits, bandOf, type BandLimits } from "./bands.ts";
import { Calibration, type BackgroundStore } from "./calibration.ts";
import { sharesAt, type WeighedExample } from "./likeness.ts";
import { rank, type Ranking } from "./rank.ts";
import { Sessions, untilAborted } from "./sessions.ts";
import type { VectorSource } from "./vector-source.ts";
import { prepareWithin } from "./within.ts";

/** An example with its vectors, and the entry that it is of. */
export interface ResolvedExample extends WeighedExample {
  /** Not a result; absent for a picture from outside. */
  readonly entry?: PhotoId;
}

export interface SimilarQuestion {
  /** Tells the examples apart: the same text means the same examples. */
  readonly about: string;
  /** Called when the answer is not known already. */
  readonly resolve: () => Promise<readonly ResolvedExample[]>;
  readonly within: string;
  /** In [0, 1]; see [Note: Depth] in likeness.ts. */
  readonly depth: number;
  readonly offset: number;
  readonly limit: number;
  readonly beyondEnd: boolean;
  readonly session?: string;
}

/** The model that answers, and its vectors. */
export interface SimilarRooms {
  readonly modelKey: string;
  readonly vectors: VectorSource;
}

export interface SimilarSearchOptions {
  readonly catalog: CatalogReader;
  readonly search: PhotoSearch;
  readonly background: BackgroundStore;
}

interface Answer {
  readonly ranking: Ranking;
  readonly limits: BandLimits;
  /** As many as were looked for at least. */
  readonly wanted: number;
  /** Of the catalog when it was searched. */
  readonly version: string;
}

/** More than anybody looks through: a longer list ends here, unless a limit asks for more. */
export const MOST_SIMILAR = 1000;
/** What is gathered at first: most lists are shorter, and a longer search takes longer. */
const GATHERED = 200;
/** Somebody who goes back and forth between a few photos. */
const REMEMBERED = 16;

/** Answers which photos are similar, page by page. */
export class SimilarSearch {
  readonly #options: SimilarSearchOptions;
  readonly #calibration: Calibration;
  readonly #sessions = new Sessions();
  /** By question; valid for one version of the catalog. */
  readonly #answers = new Map<string, Answer>();
  #version = "";

  constructor(options: SimilarSearchOptions) {
    this.#options = options;
    this.#calibration = new Calibration(options.background);
  }

  /** Rejects with `cancelled` when the session asks something else meanwhile. */
  async page(question: SimilarQuestion, rooms: SimilarRooms): Promise<SimilarPage> {
    const { about, within, depth, beyondEnd, session } = question;
    const text = JSON.stringify([rooms.modelKey, about, within, depth, beyondEnd]);
    const signal = session === undefined ? undefined : this.#sessions.begin(session, text);
    const known = this.#known(text, question);
    if (known) return this.#toPage(known, question);
    const answer = await untilAborted(this.#ask(question, rooms, signal), signal);
    if (answer.version === this.#options.search.version) this.#remember(text, answer);
    return this.#toPage(answer, question);
  }

  #known(text: string, question: SimilarQuestion): Answer | undefined {
    const { version } = this.#options.search;
    if (version !== this.#version) this.#answers.clear();
    this.#version = version;
    const answer = this.#answers.get(text);
    const isEnough = answer && (answer.wanted >= wantedOf(question) || answer.ranking.isAll);
    return isEnough ? answer : undefined;
  }

  async #ask(
    question: SimilarQuestion,
    { modelKey, vectors }: SimilarRooms,
    signal?: AbortSignal,
  ): Promise<Answer> {
    const { search, catalog } = this.#options;
    const { depth } = question;
    const examples = await question.resolve();
    const rows = await vectors.count();
    const background = await this.#calibration.backgroundOf(modelKey, vectors, rows);
    const { chance } = background;
    const limits = bandLimits(background, depth, rows);
    signal?.throwIfAborted();
    const { version } = search;
    const within = prepareWithin(question.within, { search, catalog, rows });
    const wanted = wantedOf(question);
    const rankQuestion = {
      examples,
      shares: sharesAt(depth, chance, columnsOf(examples)),
      chance,
      except: new Set(examples.flatMap(({ entry }) => entry ?? [])),
      end: limits.related,
      wanted,
      most: MOST_SIMILAR,
      ...(signal && { signal }),
    };
    const ranking = within
      ? await rank(
          { vectors, catalog },
          { ...rankQuestion, ...within, firstLimit: firstLimit(within.share, question) },
        )
      : NOTHING;
    return { ranking, limits, wanted, version };
  }

  #remember(text: string, answer: Answer): void {
    if (this.#answers.size >= REMEMBERED) this.#answers.delete([...this.#answers.keys()][0]!);
    this.#answers.set(text, answer);
  }

  #toPage({ ranking, limits }: Answer, { offset, limit, beyondEnd }: SimilarQuestion): SimilarPage {
    const bands: Record<Band, number> = { "same-shot": 0, "very-similar": 0, related: 0 };
    let total = 0;
    for (const { similarity } of ranking.entries.slice(0, MOST_SIMILAR)) {
      const band = bandOf(similarity, limits);
      if (band === null) break;
      bands[band]++;
      total++;
    }
    const end = beyondEnd ? offset + limit : Math.min(total, offset + limit);
    const entries = ranking.entries.slice(offset, Math.max(offset, end));
    const photos = this.#options.search.byId(entries.map(({ id }) => id));
    const similarities = new Map(entries.map(({ id, similarity }) => [id, similarity]));
    return {
      photos: photos.map((photo) => {
        const similarity = similarities.get(photo.id)!;
        return { photo, similarity, band: bandOf(similarity, limits) };
      }),
      total,
      bands,
    };
  }
}

const NOTHING: Ranking = { entries: [], isAll: true };

/** Those that every example has. */
function columnsOf(examples: readonly ResolvedExample[]): VectorColumn[] {
  return VECTOR_COLUMNS.filter((column) =>
    examples.every(({ vectors }) => vectors[column] !== undefined),
  );
}

function firstLimit(share: number, question: SimilarQuestion): number {
  return Math.ceil(Math.max(GATHERED, wantedOf(question)) / share);
}

function wantedOf({ beyondEnd, offset, limit }: SimilarQuestion): number {
  return beyondEnd ? offset + limit : 0;
}
