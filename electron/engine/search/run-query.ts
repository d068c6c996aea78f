import type { Photo, PhotoDetail, PhotoId } from "../../contract/photo.ts";
import type { Places } from "../../contract/places.ts";
import type { SummedFamilies } from "../catalog/label-sums.ts";
import type { PhotoFacets } from "../../contract/photo-facets.ts";
import type { Grouping, Order, PhotoPage, Segments } from "../../contract/query.ts";
import { inTurns } from "../support/in-turns.ts";
import { summedFamilies } from "./labels/summed-families.ts";
import { LabelBrowser } from "./labels/browse-labels.ts";
import { LabelQuestions } from "./labels/label-questions.ts";
import {
  labelledPhotos,
  leastSure,
  type LabelledPhotos,
  type LabelledQuestion,
} from "./labels/labelled-photos.ts";
import { readVersion } from "./catalog-version.ts";
import { createSearchSource, type SearchRooms, type SearchSource } from "./search-source.ts";
import { fromCursor, toCursor } from "./cursor.ts";
import { photoFacets } from "./facets/photo-facets.ts";
import { orderedIds, pageIds } from "./ordered-ids.ts";
import { fromPosition, positionsOf } from "./ordered-photos.ts";
import { photoDetail } from "./photo-detail.ts";
import { orderOf } from "./photo-order.ts";
import { photosById } from "./photo-row.ts";
import { PhotoPlaces, type PlacesQuestion } from "./map/photo-places.ts";
import { photoSegments } from "./photo-segments.ts";
import { photoTable, prepareQuery, type PreparedQuery } from "./prepare-query.ts";

/** Enough for somebody who goes back and forth between a few searches. */
const REMEMBERED = 32;

/** Every question about which photos there are. Bad query text throws `query-invalid`. */
export class PhotoSearch {
  /** Every question about words for labels. */
  readonly labels: LabelQuestions;
  /** The way down the families of labels. */
  readonly browser: LabelBrowser;
  readonly #source: SearchSource;
  readonly #places: PhotoPlaces;
  readonly #prepared = new Map<string, PreparedQuery>();
  /** A query is another object when its photos may be others. */
  readonly #facets = new WeakMap<PreparedQuery, PhotoFacets>();
  #version = "";

  constructor(rooms: SearchRooms) {
    this.#source = createSearchSource(rooms);
    this.labels = new LabelQuestions(this.#source);
    this.browser = new LabelBrowser(this.#source, this.labels);
    this.#places = new PhotoPlaces(this.#source);
  }

  /** Without a cursor the first; with one, in the order that the cursor is of, its photo first. */
  page(input: Order & { query: string; cursor?: string | undefined; limit: number }): PhotoPage {
    const query = this.#prepare(input.query);
    const from = input.cursor === undefined ? undefined : fromCursor(input.cursor);
    const order = from?.order ?? orderOf(query, input);
    const { catalog } = this.#source;
    const position = from && fromPosition(from, catalog);
    const found = pageIds(query, order, { from: position, limit: input.limit + 1, catalog });
    const [next] = positionsOf(found.slice(input.limit), order, { query, catalog });
    return {
      photos: this.byId(found.slice(0, input.limit)),
      total: query.total,
      next: next ? toCursor(next) : null,
    };
  }

  /** What the grid needs to lay out the whole result. */
  segments(input: Order & { query: string; groupBy: Grouping }): Segments {
    const query = this.#prepare(input.query);
    const order = orderOf(query, input);
    const segments = photoSegments(query, { order, groupBy: input.groupBy }, this.#source);
    return { total: query.total, segments };
  }

  /** Ids by place in the order of the segments of `groupBy`. */
  ids(
    input: Order & {
      query: string;
      offset: number;
      limit: number;
      groupBy?: Grouping | undefined;
    },
  ): PhotoId[] {
    const query = this.#prepare(input.query);
    const { offset, limit } = input;
    const { catalog } = this.#source;
    return orderedIds(query, orderOf(query, input), { offset, limit, catalog });
  }

  /** What the query's photos are made of. Ends with the signal's reason between two reads. */
  async facets(text: string, signal?: AbortSignal): Promise<PhotoFacets> {
    const query = this.#prepare(text);
    const known = this.#facets.get(query);
    if (known) return known;
    const facets = await inTurns(photoFacets(query, this.#source), signal);
    this.#facets.set(query, facets);
    return facets;
  }

  /** Where on a map the photos were taken, grouped as they fit into a window. */
  places({ query, ...question }: PlacesQuestion & { readonly query: string }): Places {
    return this.#places.find(this.#prepare(query), question);
  }

  /** How many photos the query finds. */
  count(query: string): number {
    return this.#prepare(query).total;
  }

  /** Those of `ids` that the query finds, in no order. */
  among(query: string, ids: readonly PhotoId[]): PhotoId[] {
    const { where } = this.#prepare(query);
    const rows = this.#source.catalog.all<{ id: PhotoId }>(
      `SELECT photo.id FROM ${photoTable("ids")}
       WHERE photo.id IN (SELECT value FROM json_each(?)) AND ${where.text}`,
      [JSON.stringify(ids), ...where.values],
    );
    return rows.map(({ id }) => id);
  }

  /** Photos that have a label. Words that mean nothing find none. */
  labelled(question: LabelledQuestion): LabelledPhotos {
    return labelledPhotos(question, this.#source);
  }

  /** Of photos that have a label, those that the model is least sure of, the least sure one first. */
  leastSure(
    question: Pick<LabelledQuestion, "label" | "atLeast">,
    among: { readonly ids: readonly PhotoId[]; readonly limit: number },
  ): Photo[] {
    return this.byId(leastSure(question, among, this.#source));
  }

  /** Changes with every write to the catalog and with the model that answers. */
  get version(): string {
    return readVersion(this.#source);
  }

  /** In the order of `ids`; unknown ones are left out. */
  byId(ids: readonly PhotoId[]): Photo[] {
    return photosById(ids, this.#source);
  }

  /** An unknown id throws `photo-unknown`. */
  detail(id: PhotoId): PhotoDetail {
    return photoDetail(id, this.#source);
  }

  /** The families of the active model whose sums make a search quick; undefined where none are known. */
  summedFamilies(): SummedFamilies | undefined {
    return summedFamilies(this.#source);
  }

  /** The total is counted once for each state of the catalog, not for each page. */
  #prepare(text: string): PreparedQuery {
    const version = readVersion(this.#source);
    if (version !== this.#version || this.#prepared.size >= REMEMBERED) this.#prepared.clear();
    this.#version = version;
    let query = this.#prepared.get(text);
    if (!query) {
      query = prepareQuery(text, this.#source);
      this.#prepared.set(text, query);
    }
    return query;
  }
}
