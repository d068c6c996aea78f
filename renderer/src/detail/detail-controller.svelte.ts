import { untrack } from "svelte";
import type { Client } from "../../../electron/contract/client.ts";
import type { PhotoDetail, PhotoId, TopLabel } from "../../../electron/contract/photo.ts";
import type { ValueChange } from "../../../electron/contract/values.ts";
import { toShownError } from "../errors/show-error.ts";
import type { LibraryContext } from "../library/context.ts";
import type { LabelEdits } from "../library/label-edits.ts";
import { withValues } from "../library/value-edits.ts";
import { labelTerm } from "./label-term.ts";
import { labelId, withVerdict, type LineVerdict } from "./label-verdicts.ts";

/** Everything about the photo in the panel, read again when the photo changes. */
export class DetailController {
  detail = $state.raw<PhotoDetail | undefined>();
  error = $state<string | undefined>();
  readonly #client: Client<"renderer">;
  readonly #labelEdits: LabelEdits;
  readonly #photoId: () => PhotoId | undefined;
  #asked = 0;
  /** Verdicts on their way. Until they are there, the engine would answer with what was before. */
  #judging = 0;

  constructor(
    {
      client,
      state,
      labelEdits,
      valueEdits,
    }: Pick<LibraryContext, "client" | "state" | "labelEdits" | "valueEdits">,
    photoId: () => PhotoId | undefined,
  ) {
    this.#client = client;
    this.#labelEdits = labelEdits;
    this.#photoId = photoId;
    $effect(() => {
      const id = photoId();
      untrack(() => void this.#read(id));
    });
    $effect(() => state.onChanges((changes) => this.#changed(changes.map(({ id }) => id))));
    $effect(() =>
      this.#client.subscribe(({ name }) => {
        if (name === "mirror.changed") void this.#read(photoId());
      }),
    );
    $effect(() => labelEdits.onJudged((id) => this.#changed([id])));
    $effect(() => valueEdits.onSet((ids, change) => this.#valuesSet(ids, change)));
  }

  /** Shows at once what the user says of a label. */
  async judge(line: LineVerdict): Promise<void> {
    const { detail } = this;
    if (!detail) return;
    this.detail = { ...detail, topLabels: withVerdict(detail.topLabels, line) };
    this.#asked++;
    this.#judging++;
    await this.#labelEdits.judge({
      photo: detail,
      word: line.family ?? line.label.name,
      label: line.family ?? labelId(line.label),
      verdict: line.verdict,
    });
    this.#judging--;
    await this.#read(this.#photoId());
  }

  /** What to write after `label:` to find photos of a label. */
  async termOf(label: TopLabel): Promise<string> {
    try {
      const explanation = await this.#client.request("label.explain", { word: label.name });
      return labelTerm(label, explanation);
    } catch {
      return label.name;
    }
  }

  /** Shows at once what the photo is given, and what the library has when it was given. */
  #valuesSet(ids: ReadonlySet<PhotoId>, change: ValueChange | undefined): void {
    const { detail } = this;
    if (!detail || !ids.has(detail.id)) return;
    if (!change) return this.#changed([detail.id]);
    this.#asked++;
    this.detail = withValues(detail, change);
  }

  #changed(ids: readonly PhotoId[]): void {
    const id = this.#photoId();
    if (id !== undefined && ids.includes(id)) void this.#read(id);
  }

  async #read(id: PhotoId | undefined): Promise<void> {
    if (this.#judging > 0 && id === this.detail?.id) return;
    const asked = ++this.#asked;
    if (id === undefined) {
      this.detail = undefined;
      return;
    }
    try {
      const detail = await this.#client.request("photo.get", { id });
      if (asked !== this.#asked) return;
      this.detail = detail;
      this.error = undefined;
    } catch (error) {
      if (asked !== this.#asked) return;
      this.detail = undefined;
      this.error = toShownError(error).text;
    }
  }
}
