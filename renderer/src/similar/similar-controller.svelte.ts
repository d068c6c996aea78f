import type { Client } from "../../../electron/contract/client.ts";
import { LibraryError } from "../../../electron/contract/errors.ts";
import type { PhotoChange } from "../../../electron/contract/events.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { toShownError } from "../errors/show-error.ts";
import type { Notices } from "../library/notices.svelte.ts";
import { RankedSet } from "../library/photos/ranked-set.svelte.ts";
import { Selection } from "../library/photos/selection.svelte.ts";
import { Throttle } from "../library/throttle.ts";
import { isKeyboardLost } from "./keyboard-lost.ts";
import { readSimilar, type SimilarAnswer } from "./read-similar.ts";
import {
  firstSetup,
  type SimilarExample,
  type SimilarStep,
  type StepSetup,
} from "./similar-step.ts";
import { arrivalText, refinedText } from "./similar-words.ts";
import { StepPlaces } from "./step-places.ts";

const REFRESH_MS = 1_000;

export type SimilarStatus =
  /** The first answer to this question is on its way. */
  | "looking"
  /** A photo is indexed first; the answer follows by itself. */
  | "waiting"
  | "ready"
  | "failed";

/** Find similar: the chain of questions, and the results of the one that is shown. */
export class SimilarController {
  readonly set = new RankedSet();
  readonly selection = new Selection(this.set);
  steps = $state.raw<readonly SimilarStep[]>([]);
  /** Which of the steps is shown; −1 for none. */
  at = $state(-1);
  status = $state<SimilarStatus>("looking");
  errorText = $state("");
  /** Of what is shown. */
  answer = $state.raw<SimilarAnswer | undefined>();
  /** Results change while this is true; the old ones stay until then. */
  isAsking = $state(false);
  /** The question that is shown; undefined while the pane is closed. */
  readonly step = $derived(this.steps[this.at]);

  readonly #client: Client<"renderer">;
  readonly #notices: Notices;
  readonly #throttle = new Throttle(REFRESH_MS, () => this.#update());
  /** What this window asks next ends what it asked before. */
  readonly #session = crypto.randomUUID();
  readonly #places = new StepPlaces(this.set, this.selection);
  #asked = 0;
  #lastKey = 0;
  #isHeld = false;
  #takesFocus = false;

  constructor(client: Client<"renderer">, notices: Notices) {
    this.#client = client;
    this.#notices = notices;
  }

  get canGoForward(): boolean {
    return this.at + 1 < this.steps.length;
  }

  /** Of the question that is shown. */
  get query(): string {
    return this.step?.within ?? "";
  }

  get total(): number {
    return this.answer?.total ?? 0;
  }

  /** Resolves when there are results, or a reason why not. Depth is kept from one question to the next. */
  open(examples: readonly SimilarExample[], setup: StepSetup = {}): Promise<void> {
    this.#leave();
    const { depth, findsEdited } = this.step ?? firstSetup;
    const key = ++this.#lastKey;
    const step = { key, examples, depth, findsEdited, within: "", beyond: 0, ...setup };
    this.steps = [...this.steps.slice(0, this.at + 1), step];
    this.#takesFocus = true;
    return this.#enter(this.steps.length - 1);
  }

  /** A question is an album's now. */
  keptAs(key: number, album: NonNullable<SimilarStep["album"]>): void {
    this.steps = this.steps.map((step) => (step.key === key ? { ...step, album } : step));
  }

  /** Another of the questions, as it was left; −1 shows none. */
  async goTo(at: number): Promise<void> {
    this.#leave();
    this.#takesFocus = true;
    if (at < 0) {
      this.#asked++;
      this.at = -1;
    } else if (at < this.steps.length) await this.#enter(at);
  }

  close(): void {
    this.#asked++;
    this.at = -1;
    this.steps = [];
  }

  /** Asks the same question otherwise. Results change when the answer is there; where it fails, nothing does. */
  async refine(change: (step: SimilarStep) => SimilarStep): Promise<void> {
    await this.#refine(change).catch((error: unknown) => this.#notices.fail(error));
  }

  /** Shows only what a search finds. Rejects where it is none; false where something else was asked meanwhile. */
  show(within: string): Promise<boolean> {
    return this.#refine((step) => ({ ...step, within, beyond: 0 }));
  }

  /** Whether results that appear now take the keyboard: those of another question do. */
  takesFocus(): boolean {
    const takes = this.#takesFocus || isKeyboardLost();
    this.#takesFocus = false;
    return takes;
  }

  /** While photos are judged, those below stay where they are. */
  hold(isHeld: boolean): void {
    if (isHeld === this.#isHeld) return;
    this.#isHeld = isHeld;
    if (!isHeld && this.status === "ready" && this.step) this.#throttle.run();
  }

  changed(changes: readonly PhotoChange[]): void {
    const { step } = this;
    if (!step) return;
    const isNewlyIndexed = changes.some(
      ({ id, kind }) => kind === "indexed" && photosOf(step).includes(id),
    );
    if (this.status === "waiting" && isNewlyIndexed) void this.#enter(this.at);
    // A photo that is new may be alike; one that is shown may have another name or tag.
    else if (
      this.status === "ready" &&
      changes.some(({ id, kind }) => kind === "indexed" || this.set.has(id))
    )
      this.#throttle.run();
  }

  #leave(): void {
    if (this.step && this.status === "ready") this.#places.keep(this.step.key);
  }

  async #enter(at: number): Promise<void> {
    const asked = ++this.#asked;
    this.at = at;
    const step = this.steps[at]!;
    this.status = "looking";
    this.isAsking = false;
    try {
      const answer = await this.#read(step, false);
      if (asked !== this.#asked) return;
      this.answer = answer;
      this.#places.replace(step.key, answer.photos);
      this.status = "ready";
      this.#notices.announce(arrivalText(step, answer));
    } catch (error) {
      if (asked === this.#asked) await this.#failed(error, step);
      return;
    }
    await this.#findEdited();
  }

  async #refine(change: (step: SimilarStep) => SimilarStep): Promise<boolean> {
    const before = this.step;
    if (!before) return false;
    const step = change(before);
    this.#replaceStep(step);
    if (this.status !== "ready") {
      await this.#enter(this.at);
      return true;
    }
    const asked = ++this.#asked;
    this.isAsking = true;
    try {
      const answer = await this.#read(step, false);
      if (asked !== this.#asked) return false;
      this.#rerank(answer);
      if (step.within === before.within) this.#notices.announce(refinedText(step, answer));
    } catch (error) {
      // What is asked now takes the place of this one, whose answer nobody waits for.
      if (asked !== this.#asked) return false;
      if (isNotIndexed(error)) await this.#failed(error, step);
      else {
        this.#replaceStep(before);
        throw error;
      }
    } finally {
      if (asked === this.#asked) this.isAsking = false;
    }
    await this.#findEdited();
    return true;
  }

  /** The keyboard stays on its photo; where that is gone, it goes to the first. */
  #rerank(answer: SimilarAnswer): void {
    const focused = this.selection.focusedPhoto?.id;
    this.answer = answer;
    this.set.rerank(answer.photos);
    if (focused !== undefined && !this.set.has(focused)) this.selection.apply(0, "focus");
  }

  #replaceStep(step: SimilarStep): void {
    this.steps = this.steps.with(this.at, step);
  }

  async #failed(error: unknown, step: SimilarStep): Promise<void> {
    this.set.replace([]);
    if (isNotIndexed(error) && step.examples.every(({ state }) => state !== "failed")) {
      this.status = "waiting";
      const ids = photosOf(step);
      await this.#client.request("photo.hurry", { ids }).catch(() => undefined);
    } else {
      this.status = "failed";
      this.errorText = toShownError(error).text;
    }
  }

  /** A search for them takes longer, so that it follows the one that is shown. */
  async #findEdited(): Promise<void> {
    if (this.status === "ready" && this.step?.findsEdited) await this.#update();
  }

  /** With edited copies, and with tags and files as they are now; the order is what the engine says. */
  async #update(): Promise<void> {
    const { step } = this;
    const asked = this.#asked;
    // It would end the question that is on its way, which brings what is new by itself.
    if (!step || this.#isHeld || this.status !== "ready" || this.isAsking) return;
    const answer = await this.#read(step, step.findsEdited).catch((error: unknown) => {
      // Another question took this one's place, whose answer is on its way.
      if (asked !== this.#asked) return undefined;
      throw error;
    });
    // Held meanwhile, it is asked for when it no longer is.
    if (!answer || asked !== this.#asked || this.#mustWait()) return;
    this.answer = answer;
    this.set.update(answer.photos);
  }

  #mustWait(): boolean {
    return this.#isHeld;
  }

  #read(step: SimilarStep, edited: boolean): Promise<SimilarAnswer> {
    return readSimilar(this.#client, step, { session: this.#session, edited });
  }
}

function photosOf({ examples }: SimilarStep): PhotoId[] {
  return examples.flatMap(({ of }) => ("photo" in of ? [of.photo] : []));
}

function isNotIndexed(error: unknown): boolean {
  return error instanceof LibraryError && error.code === "photo-not-indexed";
}
