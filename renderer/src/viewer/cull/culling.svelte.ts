import { SvelteMap } from "svelte/reactivity";
import type { Photo, PhotoId } from "../../../../electron/contract/photo.ts";
import type { Flag } from "../../../../electron/contract/value-names.ts";
import type { Shots } from "../shots.svelte.ts";
import { FIT, type Zoom } from "../zoom/zoom.ts";
import { burstAround, type Shot } from "../../../../electron/contract/burst.ts";
import type { CullScope, FlagCounts } from "./cull-scope.ts";
import { countAfter, flaggedAfter, noteFlag, type FlagChange } from "./flag-changes.ts";

/** How far around the photo others are asked for, and looked through for one that was marked. */
const NEAR = 200;

/** Since culling began. */
interface Change extends FlagChange {
  readonly position: number;
}

/** Goes through photos one by one, to keep some and throw others out. */
export class Culling {
  readonly kind = "cull";
  readonly scope: CullScope;
  readonly shots: Shots;
  /** Stays from photo to photo. */
  zoom = $state.raw<Zoom>(FIT);
  position = $state(0);
  /** All photos were seen; the last one is still the one at the position. */
  isOver = $state(false);
  /** As it was when culling began; undefined until the library has said it. */
  #counted = $state.raw<FlagCounts | undefined>();
  readonly #changes = new SvelteMap<PhotoId, Change>();
  #direction: 1 | -1 = 1;

  readonly photo = $derived.by(() => (this.isOver ? undefined : this.photoAt(this.position)));
  readonly counts: FlagCounts | undefined = $derived.by(
    () => this.#counted && countAfter(this.#counted, this.#changes.values()),
  );
  /** Positions, in their order; the photo's own alone where it is no burst. */
  readonly burst: readonly number[] = $derived.by(() =>
    burstAround(this.position, (position) => this.#shotAt(position, this.shots)),
  );
  /** The same whatever the cameras were: those whose cameras are to be read. */
  readonly #mayBeBurst: readonly number[] = $derived.by(() =>
    burstAround(this.position, (position) => this.#shotAt(position, undefined)),
  );

  constructor(scope: CullScope, start: { readonly position: number; readonly shots: Shots }) {
    this.scope = scope;
    this.shots = start.shots;
    this.position = start.position;
  }

  get total(): number {
    return this.scope.total;
  }

  photoAt(position: number): Photo | undefined {
    if (position < 0 || position >= this.total) return undefined;
    return this.scope.set.photoAt(this.scope.placeAt(position));
  }

  /** Asks how many have a flag; a failure is the caller's to tell. */
  async readCounts(): Promise<void> {
    this.#counted = await this.scope.count();
  }

  /** What is near, to be read; called again whenever the photo changes. */
  need(): void {
    const place = this.scope.placeAt(this.position);
    const { set } = this.scope;
    set.need(Math.max(0, place - NEAR), Math.min(set.total, place + NEAR));
    if (this.#mayBeBurst.length < 2) return;
    const ids = this.#mayBeBurst.flatMap((position) => this.photoAt(position)?.id ?? []);
    this.shots.need(ids);
  }

  /** The photos that may follow, the direction of travel before the way back. */
  ahead(): readonly Photo[] {
    return [this.#direction, -this.#direction].flatMap(
      (step) => this.photoAt(this.position + step) ?? [],
    );
  }

  /** To a photo, or as near to it as there is one. */
  go(position: number): void {
    this.isOver = false;
    const next = Math.max(0, Math.min(this.total - 1, position));
    if (next === this.position) return;
    this.#direction = next < this.position ? -1 : 1;
    this.position = next;
  }

  /** To the next photo, after the last one to the end. */
  stepOn(): void {
    if (this.position >= this.total - 1) this.isOver = true;
    else this.go(this.position + 1);
  }

  /** To the one before; from the end to the last photo. */
  stepBack(): void {
    this.go(this.isOver ? this.position : this.position - 1);
  }

  /** To the next or previous photo of the burst, and from its end round to its beginning. */
  stepInBurst(step: 1 | -1): void {
    if (this.isOver || this.burst.length < 2) return;
    const at = this.burst.indexOf(this.position) + step;
    this.go(this.burst.at(at % this.burst.length)!);
  }

  /** Photos are about to change: notes what that does to their flags. */
  patch(ids: ReadonlySet<PhotoId>, edit: (photo: Photo) => Photo): void {
    for (const id of ids) {
      const position = this.#find(id);
      const photo = position === undefined ? undefined : this.photoAt(position);
      if (position === undefined || !photo) continue;
      const known = this.#changes.get(id);
      const now = edit(photo).flag;
      if (known || now !== photo.flag) {
        this.#changes.set(id, { position, ...noteFlag(known, photo.flag, now) });
      }
    }
  }

  /** Those that are on the screen. */
  shownIds(): readonly PhotoId[] {
    return [this.position, ...this.burst].flatMap((position) => this.photoAt(position)?.id ?? []);
  }

  /** What was done to a photo was taken back; it comes on the screen again, if it is one of these. */
  bringBack({ id }: Photo): boolean {
    const position = this.#find(id);
    if (position !== undefined) this.go(position);
    return position !== undefined;
  }

  /** All photos that have a flag now, in no order. */
  async flagged(flag: Flag): Promise<readonly PhotoId[]> {
    return flaggedAfter(await this.scope.flagged(flag), flag, this.#changes);
  }

  #find(id: PhotoId): number | undefined {
    const known = this.#changes.get(id)?.position;
    if (known !== undefined) return known;
    const first = Math.max(0, this.position - NEAR);
    const last = Math.min(this.total - 1, this.position + NEAR);
    for (let position = first; position <= last; position++) {
      if (this.photoAt(position)?.id === id) return position;
    }
    return undefined;
  }

  #shotAt(position: number, shots: Shots | undefined): Shot | undefined {
    const photo = this.photoAt(position);
    return photo && { takenAt: photo.takenAt, camera: shots?.of(photo.id)?.camera };
  }
}
