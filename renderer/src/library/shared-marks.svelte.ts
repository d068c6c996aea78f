import type { PhotoId } from "../../../electron/contract/photo.ts";
import { MOST_AT_ONCE } from "../../../electron/contract/limits.ts";
import type { MarkStates } from "../../../electron/contract/values.ts";
import type { LibraryContext } from "./context.ts";
import { withMark } from "./mark-states.ts";
import type { Selection } from "./photos/selection.svelte.ts";
import { Throttle } from "./throttle.ts";

/** A selection that grows with a key that is held is read a few times a second. */
const READ_MS = 150;

/** The stars, flags and colour labels of several selected photos, as the engine counts them. */
export class SharedMarks {
  /** Undefined until they are read, and of more photos than one request takes. */
  states = $state.raw<MarkStates | undefined>();
  readonly #client: LibraryContext["client"];
  #selection: Selection | undefined;
  #ids: ReadonlySet<PhotoId> = new Set();
  readonly #throttle = new Throttle(READ_MS, () => this.#read());

  constructor({
    client,
    state,
    valueEdits,
  }: Pick<LibraryContext, "client" | "state" | "valueEdits">) {
    this.#client = client;
    state.onChanges((changes) => {
      if (changes.some(({ id }) => this.#ids.has(id))) this.#throttle.run();
    });
    valueEdits.onSet((ids, change) => {
      const isOfAll = ids.size === this.#ids.size && [...ids].every((id) => this.#ids.has(id));
      if (change && isOfAll && this.states) this.states = withMark(this.states, change);
      else if (!change && this.#ids.size > 0) this.#throttle.run();
    });
  }

  /** Follows what is selected; called again whenever that changes. */
  look(selection: Selection): void {
    // Read here, so that whoever calls is called again.
    const isSeveral = selection.ranges.length > 0 && selection.count > 1;
    this.#selection = isSeveral && selection.count <= MOST_AT_ONCE ? selection : undefined;
    if (this.#selection) this.#throttle.run();
    else this.#forget();
  }

  async #read(): Promise<void> {
    const selection = this.#selection;
    if (!selection) return;
    const { ranges } = selection;
    const photos = await selection.targetIds();
    const states =
      photos.length > 0
        ? await this.#client.request("photo.marks", { photos: [...photos] })
        : undefined;
    // Another selection is read next.
    if (selection !== this.#selection || ranges !== selection.ranges) return;
    this.#ids = new Set(photos);
    this.states = states;
  }

  #forget(): void {
    this.#ids = new Set();
    this.states = undefined;
  }
}
