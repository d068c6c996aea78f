import { Tween } from "svelte/motion";
import type { Client } from "../../../electron/contract/client.ts";
import type { Area, PlaceCluster, Places } from "../../../electron/contract/places.ts";
import type { Notices } from "../library/notices.svelte.ts";
import { Throttle } from "../library/throttle.ts";
import { say } from "../messages/say.ts";
import {
  areaOf,
  cellsAcross,
  fitted,
  isOnePlace,
  MAX_ZOOM,
  panned,
  WHOLE_WORLD,
  withinWorld,
  zoomedAt,
  type MapSize,
  type MapView,
} from "./map-view.ts";

/** Covers follow the window while it moves. */
const LOAD_MS = 120;
/** What is said of the window when it rests. */
const SAY_MS = 400;
const GLIDE_MS = 180;
/** Places that are remembered, of the queries that were on the map last. */
const REMEMBERED = 50;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The map of a query: where it is looked at, and what is there. */
export class MapController {
  readonly #client: Client<"renderer">;
  readonly #notices: Notices;
  readonly #throttle = new Throttle(LOAD_MS, () => this.#load());
  readonly #view = new Tween<MapView>(WHOLE_WORLD, { duration: 0 });
  readonly #places = new Map<string, MapView>();
  #saying: ReturnType<typeof setTimeout> | undefined;
  #target: MapView = WHOLE_WORLD;
  #query = "";
  /** Whether it shows all places, and those that are found later too: until somebody moves it. */
  #isFollowing = true;

  size = $state.raw<MapSize>({ widthPx: 0, heightPx: 0 });
  /** The last answer; undefined before the first one of a query. */
  found = $state.raw<Places | undefined>();
  readonly clusters = $derived(this.found?.clusters ?? []);
  /** Photos in the window. */
  readonly inWindow = $derived(this.clusters.reduce((sum, { count }) => sum + count, 0));

  constructor(client: Client<"renderer">, notices: Notices) {
    this.#client = client;
    this.#notices = notices;
  }

  /** As it is on the screen at this moment. */
  get view(): MapView {
    return this.#view.current;
  }

  /** The window as an area, for a query. */
  get area(): Area {
    return areaOf(this.#target, this.size);
  }

  /** Shows a query where somebody moved it last, or all of its places. */
  open(query: string): void {
    const isOther = query !== this.#query;
    this.#query = query;
    const remembered = this.#places.get(query);
    this.#isFollowing = remembered === undefined;
    if (isOther) this.found = undefined;
    if (remembered) this.#moveTo(remembered);
    else this.#throttle.run();
  }

  resize(size: MapSize): void {
    if (size.widthPx === 0 || size.heightPx === 0) return;
    this.size = size;
    this.#show(this.#target);
  }

  /** The library changed. */
  refresh(): void {
    this.#throttle.run();
  }

  pan(by: Point, { isGliding = false } = {}): void {
    this.#moveTo(panned(this.#target, by), { isGliding });
  }

  /** `at` in px of the window, its middle without it. */
  zoomBy(
    steps: number,
    { at = this.#middle(), isGliding = false }: { at?: Point; isGliding?: boolean } = {},
  ): void {
    const zoomed = zoomedAt(this.#target, this.#target.zoom + steps, { at, size: this.size });
    this.#moveTo(zoomed, { isGliding });
  }

  /** All places of the query, from now on. */
  fit(): void {
    this.#isFollowing = true;
    this.#places.delete(this.#query);
    if (this.found?.extent) this.#show(fitted(this.found.extent, this.size), { isGliding: true });
  }

  /** Goes nearer until the cluster is several; false where that is as near as it gets. */
  enter(cluster: PlaceCluster): boolean {
    if (cluster.count === 1 || isOnePlace(cluster)) return false;
    const { zoom } = this.#target;
    const near = fitted(cluster, this.size, MAX_ZOOM);
    if (zoom >= MAX_ZOOM - 0.01) return false;
    this.#moveTo({ ...near, zoom: Math.max(near.zoom, zoom + 1) }, { isGliding: true });
    return true;
  }

  #middle(): Point {
    return { x: this.size.widthPx / 2, y: this.size.heightPx / 2 };
  }

  /** By hand: there it stays. */
  #moveTo(view: MapView, options: { readonly isGliding?: boolean } = {}): void {
    this.#isFollowing = false;
    this.#show(view, options);
    this.#remember(this.#target);
  }

  #show(view: MapView, { isGliding = false } = {}): void {
    const to = withinWorld(view, this.size);
    const from = this.#view.current;
    // The shorter way, also where the numbers begin anew.
    const near = { ...from, x: from.x + Math.round(to.x - from.x) };
    this.#target = to;
    if (near.x !== from.x) void this.#view.set(near, { duration: 0 });
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    void this.#view.set(to, { duration: isGliding && !isCalm ? GLIDE_MS : 0 });
    this.#throttle.run();
  }

  #remember(view: MapView): void {
    this.#places.delete(this.#query);
    this.#places.set(this.#query, view);
    for (const query of this.#places.keys()) {
      if (this.#places.size <= REMEMBERED) break;
      this.#places.delete(query);
    }
  }

  async #load(): Promise<void> {
    if (this.size.widthPx === 0) return;
    const query = this.#query;
    const cells = cellsAcross(this.size);
    const found = await this.#client.request("photo.places", { query, cells, ...this.area });
    if (query !== this.#query) return;
    const isFirst = this.found === undefined;
    this.found = found;
    if (this.#isFollowing && found.extent) {
      const all = fitted(found.extent, this.size);
      if (!isSameView(all, this.#target)) {
        this.#show(all, { isGliding: !isFirst });
        return;
      }
    }
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => {
      this.#notices.announce(
        say("map.announce", { count: this.inWindow, places: this.clusters.length }),
      );
    }, SAY_MS);
  }
}

function isSameView(one: MapView, other: MapView): boolean {
  return one.x === other.x && one.y === other.y && one.zoom === other.zoom;
}
