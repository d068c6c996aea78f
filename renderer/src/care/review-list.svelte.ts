import { MOST_AT_ONCE } from "../../../electron/contract/limits.ts";
import type { Review } from "../../../electron/contract/care.ts";
import type { ReviewDecision } from "../../../electron/contract/journal.ts";
import { REVIEW } from "../library/query-text.ts";
import type { LibraryContext } from "../library/context.ts";
import { Throttle } from "../library/throttle.ts";

const PAGE = 50;
const REFRESH_MS = 500;

type Context = Pick<LibraryContext, "client" | "notices" | "careEdits">;

/** The photos to check that are read so far. */
export class ReviewList {
  reviews = $state.raw<readonly Review[]>([]);
  total = $state(0);
  isLoaded = $state(false);
  readonly #context: Context;
  readonly #refresh = new Throttle(REFRESH_MS, () => this.#read(this.reviews.length));

  constructor(context: Context) {
    this.#context = context;
    // Decided elsewhere, or taken back; and files are replaced while the page is open.
    $effect(() =>
      context.client.subscribe(({ name }) => {
        if (name === "history.changed" || name === "photo.changed") this.#refresh.run();
      }),
    );
  }

  async load(): Promise<void> {
    await this.#tell(() => this.#read(PAGE));
  }

  /** Reads on below the last one. */
  async more(): Promise<void> {
    const last = this.reviews.at(-1);
    if (!last) return;
    await this.#tell(async () => {
      const page = await this.#context.client.request("review.list", {
        after: last.photo.id,
        limit: PAGE,
      });
      this.reviews = [...this.reviews, ...page.reviews];
      this.total = page.total;
    });
  }

  /** It is gone at once, and back if that failed. */
  async decide({ photo }: Review, decision: ReviewDecision): Promise<void> {
    const before = { reviews: this.reviews, total: this.total };
    this.reviews = this.reviews.filter((other) => other.photo.id !== photo.id);
    this.total--;
    if (!(await this.#context.careEdits.decide([photo.id], decision))) Object.assign(this, before);
  }

  async keepAll(): Promise<void> {
    await this.#tell(async () => {
      const { client, careEdits } = this.#context;
      const ids = await client.request("photo.ids", {
        query: REVIEW,
        offset: 0,
        limit: MOST_AT_ONCE,
      });
      if (ids.length > 0) await careEdits.decide(ids, "same");
    });
  }

  async #read(count: number): Promise<void> {
    const limit = Math.min(500, Math.max(PAGE, count));
    const { reviews, total } = await this.#context.client.request("review.list", { limit });
    this.reviews = reviews;
    this.total = total;
    this.isLoaded = true;
  }

  async #tell(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.#context.notices.fail(error);
    }
  }
}
