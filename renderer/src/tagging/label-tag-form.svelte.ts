import type { Client } from "../../../electron/contract/client.ts";
import type { LabelToTag } from "../../../electron/contract/label-tag.ts";
import type { TagBranch } from "../../../electron/contract/tag.ts";
import { toShownError } from "../errors/show-error.ts";
import { lastLevel, parentOf, tagId, tidyTag } from "../library/tag-path.ts";

/** A preview for each step of a slider that is dragged would only queue in the engine. */
const PREVIEW_MS = 120;

/** Which label is to become a tag. */
export interface LabelSource {
  /** As the engine is told it: a word, or a WordNet id. */
  readonly label: string;
  /** As people read it: "dog". */
  readonly word: string;
  /** Only photos that this search finds; empty for the whole library. */
  readonly query: string;
  /** Undefined for that of the model. */
  readonly atLeast?: number | undefined;
}

/** What is entered about the tag, and what would come of it. */
export class LabelTagForm {
  name = $state("");
  parent = $state("");
  /** Confidence in [0, 1]; undefined until the engine has said where the model's own is. */
  atLeast = $state<number | undefined>();
  preview = $state.raw<LabelToTag | undefined>();
  error = $state<string | undefined>();
  isBusy = $state(false);
  readonly tag = $derived.by(() => tidyTag(this.parent.trim() === "" ? this.name : this.#path));
  /** Whether the preview is of what is entered, and making the tag would do something. */
  readonly canMake = $derived.by(
    () =>
      !this.isBusy && this.#isFresh && this.error === undefined && (this.preview?.adds ?? 0) > 0,
  );
  #isFresh = $state(false);

  readonly #client: Client<"renderer">;
  readonly #source: LabelSource;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: Client<"renderer">, source: LabelSource, tags: readonly TagBranch[]) {
    this.#client = client;
    this.#source = source;
    const own = tags.find(({ tag }) => tagId(lastLevel(tag)) === tagId(source.word));
    this.name = own ? lastLevel(own.tag) : capitalised(source.word);
    this.parent = own ? parentOf(own.tag) : "";
    this.atLeast = source.atLeast;
    void this.#look();
  }

  /** Something was entered: what would come of it is asked in a moment. */
  changed(): void {
    this.#isFresh = false;
    this.#asked++;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), PREVIEW_MS);
  }

  /** Undefined where it failed; the form says why. */
  async make(): Promise<LabelToTag | undefined> {
    if (!this.canMake) return undefined;
    this.isBusy = true;
    try {
      return await this.#client.request("label.toTag", this.#question);
    } catch (error) {
      this.error = toShownError(error).text;
      return undefined;
    } finally {
      this.isBusy = false;
    }
  }

  end(): void {
    this.#asked++;
    clearTimeout(this.#timer);
  }

  get #path(): string {
    return `${this.parent}/${this.name}`;
  }

  get #question() {
    const { label, query } = this.#source;
    const { tag, atLeast } = this;
    return { label, query, tag, ...(atLeast !== undefined && { atLeast }) };
  }

  /** Older answers are dropped; what is shown stays until the next one is there. */
  async #look(): Promise<void> {
    const asked = ++this.#asked;
    if (this.tag === "") return;
    try {
      const preview = await this.#client.request("label.toTag", {
        ...this.#question,
        isDryRun: true,
      });
      if (asked !== this.#asked) return;
      this.preview = preview;
      this.atLeast ??= preview.atLeast;
      this.error = undefined;
      this.#isFresh = true;
    } catch (error) {
      if (asked === this.#asked) this.error = toShownError(error).text;
    }
  }
}

function capitalised(word: string): string {
  return word.charAt(0).toLocaleUpperCase() + word.slice(1);
}
