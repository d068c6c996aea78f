import type { PhotoId } from "../../contract/photo.ts";
import type { Band, SimilarPage } from "../../contract/similar.ts";
import type { CatalogReader } from "../catalog/catalog-reader.ts";
import type { PhotoSearch } from "../search/run-query.ts";
import { bandLimits, bandOf, type BandLimits } from "./bands.ts";
import { Calibration, type BackgroundStore } from "./calibration.ts";
import { confirmShots, type GreySource } from "./confirm-shots.ts";
import {
  columnsOf,
  lookAgain,
  LOOKED_AT_AGAIN,
  mergeByBand,
  type JudgedEntry,
} from "./edited-copies.ts";
import { sharesAt, type Chance, type WeighedExample } from "./likeness.ts";
import { rank, type Ranking } from "./rank.ts";
import type { GreyPicture } from "./same-picture.ts";
import { Sessions, untilAborted } from "./sessions.ts";
import type { VectorSource } from "./vector-source.ts";
import { prepareWithin } from "./within.ts";

/** An example with its vectors, and the entry that it is of. */
export interface ResolvedExample extends WeighedExample {
  /** Not a result; absent for a picture from outside. */
  readonly entry?: PhotoId;
  /** Absent for a part of a picture. */
  readonly grey?: () => Promise<GreyPicture | undefined>;
}

export interface SimilarQuestion {
  /** Tells the examples apart: the same text means the same examples. */
  readonly about: string;
  /** Called when the answer is not known already. */
  readonly resolve: () => Promise<readonly ResolvedExample[]>;
  /** The only example turned by a quarter, a half and three quarters; called for `edited`. None where there are several. */
  readonly resolveTurned: () => Promise<readonly ResolvedExample[]>;
  readonly within: string;
  /** In [0, 1]; see [Note: Depth] in likeness.ts. */
  readonly depth: number;
  /** See [Note: Edited copies]. */
  readonly edited: boolean;
  readonly offset: number;
  readonly limit: number;
  readonly beyondEnd: boolean;
  readonly session?: string;
}

/** The model that answers, and its vectors. */
export interface SimilarRooms {
  readonly modelKey: string;
  readonly vectors: VectorSource;
  readonly greys: GreySource;
}

export interface SimilarSearchOptions {
  readonly catalog: CatalogReader;
  readonly search: PhotoSearch;
  readonly background: BackgroundStore;
}

interface Answer {
  /** Best first, and beyond the end of the list where somebody wants them. */
  readonly entries: readonly JudgedEntry[];
  /** There are no more, however many are asked for. */
  readonly isAll: boolean;
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
    const { about, within, depth, edited, beyondEnd, session } = question;
    const text = JSON.stringify([rooms.modelKey, about, within, depth, edited, beyondEnd]);
    const signal = session === undefined ? undefined : this.#sessions.begin(session, text);
    const known = this.#known(text, question);
    if (known) return this.#toPage(known, question);
    const answer = await untilAborted(this.#ask(question, rooms, signal), signal);
    if (answer.version === this.#options.search.version) this.#remember(text, answer);
    return this.#toPage(answer, question);
  }

  /** What two photos have in common by chance, by column. */
  async chance({ modelKey, vectors }: Omit<SimilarRooms, "greys">): Promise<Chance> {
    const rows = await vectors.count();
    return (await this.#calibration.backgroundOf(modelKey, vectors, rows)).chance;
  }

  #known(text: string, question: SimilarQuestion): Answer | undefined {
    const { version } = this.#options.search;
    if (version !== this.#version) this.#answers.clear();
    this.#version = version;
    const answer = this.#answers.get(text);
    const isEnough = answer && (answer.wanted >= wantedOf(question) || answer.isAll);
    return isEnough ? answer : undefined;
  }

  async #ask(
    question: SimilarQuestion,
    { modelKey, vectors, greys }: SimilarRooms,
    signal?: AbortSignal,
  ): Promise<Answer> {
    const { search, catalog } = this.#options;
    const { depth, edited } = question;
    const examples = await question.resolve();
    const rows = await vectors.count();
    const background = await this.#calibration.backgroundOf(modelKey, vectors, rows);
    const { chance } = background;
    const limits = bandLimits(background, depth, rows);
    signal?.throwIfAborted();
    const { version } = search;
    const within = prepareWithin(question.within, { search, catalog, rows });
    const wanted = wantedOf(question);
    if (!within) return { entries: [], isAll: true, wanted, version };
    const rooms = { vectors, catalog };
    const rankQuestion = {
      ...within,
      examples,
      shares: sharesAt(depth, chance, columnsOf(examples)),
      chance,
      except: new Set(examples.flatMap(({ entry }) => entry ?? [])),
      end: limits.related,
      wanted: edited ? Math.max(wanted, LOOKED_AT_AGAIN) : wanted,
      most: MOST_SIMILAR,
      firstLimit: firstLimit(within.share, question),
      ...(signal && { signal }),
    };
    const ranking = await rank(rooms, rankQuestion);
    const found = judge(ranking, limits);
    if (edited) {
      found.splice(0, found.length, ...(await lookAgain(found, rooms, { examples, background })));
      for (const turned of await question.resolveTurned()) {
        signal?.throwIfAborted();
        const sameShots = { ...rankQuestion, examples: [turned], end: limits.sameShot, wanted: 0 };
        found.push(...judge(await rank(rooms, sameShots), limits));
      }
    }
    signal?.throwIfAborted();
    const confirmed = await confirmShots(mergeByBand(found), examples, { catalog, greys });
    return { entries: mergeByBand(confirmed), isAll: ranking.isAll, wanted, version };
  }

  #remember(text: string, answer: Answer): void {
    if (this.#answers.size >= REMEMBERED) this.#answers.delete([...this.#answers.keys()][0]!);
    this.#answers.set(text, answer);
  }

  #toPage({ entries: all }: Answer, { offset, limit, beyondEnd }: SimilarQuestion): SimilarPage {
    const bands: Record<Band, number> = { "same-shot": 0, "very-similar": 0, related: 0 };
    let total = 0;
    for (const { band } of all.slice(0, MOST_SIMILAR)) {
      if (band === null) break;
      bands[band]++;
      total++;
    }
    const end = beyondEnd ? offset + limit : Math.min(total, offset + limit);
    const entries = all.slice(offset, Math.max(offset, end));
    const photos = this.#options.search.byId(entries.map(({ id }) => id));
    const judged = new Map(entries.map((entry) => [entry.id, entry]));
    return {
      photos: photos.map((photo) => {
        const { similarity, band } = judged.get(photo.id)!;
        return { photo, similarity, band };
      }),
      total,
      bands,
    };
  }
}

function judge({ entries }: Ranking, limits: BandLimits): JudgedEntry[] {
  return entries.map((entry) => ({ ...entry, band: bandOf(entry.similarity, limits) }));
}

function firstLimit(share: number, question: SimilarQuestion): number {
  return Math.ceil(Math.max(GATHERED, wantedOf(question)) / share);
}

function wantedOf({ beyondEnd, offset, limit }: SimilarQuestion): number {
  return beyondEnd ? offset + limit : 0;
}
