import { toShownError } from "../errors/show-error.ts";
import { describeWeight } from "./describe-weight.ts";
import type { TagsController } from "./tags-controller.svelte.ts";

/** Says what a change of a tag would do, as the user goes through what it could become. */
export class Weighing {
  /** Empty until something was weighed. */
  sentence = $state("");
  error = $state<string | undefined>();
  readonly #tags: TagsController;
  #asked = 0;

  constructor(tags: TagsController) {
    this.#tags = tags;
  }

  /** Without `to` the tag would be deleted. The answer to an older question is dropped. */
  async weigh(tag: string, to: string | null): Promise<void> {
    const asked = ++this.#asked;
    try {
      const weight = await this.#tags.weigh(tag, to);
      if (asked !== this.#asked) return;
      this.sentence = describeWeight(weight, to);
      this.error = undefined;
    } catch (failure) {
      if (asked !== this.#asked) return;
      this.sentence = "";
      this.error = toShownError(failure).text;
    }
  }

  forget(): void {
    this.#asked++;
    this.sentence = "";
    this.error = undefined;
  }
}
