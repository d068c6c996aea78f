import { copyKinds, duplicateKinds } from "./duplicate-kinds.ts";
import type {
  DuplicateCounts,
  DuplicateGroup,
  DuplicateKind,
  DuplicateVerdict,
  KeptCopy,
} from "../../../electron/contract/duplicates.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { LibraryContext } from "../library/context.ts";
import { Throttle } from "../library/throttle.ts";
import { say } from "../messages/say.ts";
import { suggestedTrash, toggled } from "./group-choice.ts";

const PAGE = 20;
/** What one request answers at the most. */
const MOST_AT_ONCE = 50;
const REFRESH_MS = 500;

type Context = Pick<LibraryContext, "client" | "notices" | "history">;

/** The groups of one kind that are read so far, and what is chosen in them. Inside of an effect root. */
export class DuplicateList {
  kind = $state<DuplicateKind>("exact");
  groups = $state.raw<readonly DuplicateGroup[]>([]);
  total = $state(0);
  counts = $state.raw<DuplicateCounts>({ kinds: [], waiting: 0 });
  /** Undefined until they were read once. */
  isLoaded = $state(false);
  /** One group has the whole page. */
  isOneByOne = $state(false);
  /** Which one, from 0 on. */
  at = $state(0);
  readonly #context: Context;
  /** What was chosen otherwise than suggested, by group. */
  #chosen = $state.raw<ReadonlyMap<number, ReadonlySet<PhotoId>>>(new Map());
  readonly #refresh = new Throttle(REFRESH_MS, () => this.#read(this.groups.length));

  constructor(context: Context) {
    this.#context = context;
    $effect(() =>
      context.client.subscribe(({ name }) => {
        if (name === "duplicate.changed" || name === "history.changed") this.#refresh.run();
      }),
    );
  }

  /** Whether somebody may take all suggestions of this kind at once. */
  get canApply(): boolean {
    return this.total > 0 && copyKinds.some((kind) => kind === this.kind);
  }

  get shownAt(): number {
    return Math.max(0, Math.min(this.at, this.groups.length - 1));
  }

  /** Begins with the first kind of which there are groups. */
  async open(): Promise<void> {
    await this.#tell(async () => {
      const counts = await this.#context.client.request("duplicate.counts", {});
      const first = duplicateKinds.find((kind) => groupsOf(counts, kind) > 0);
      if (first) this.kind = first;
      await this.#read(PAGE);
    });
  }

  async show(kind: DuplicateKind): Promise<void> {
    this.kind = kind;
    this.groups = [];
    this.total = groupsOf(this.counts, kind);
    this.at = 0;
    await this.#tell(() => this.#read(PAGE));
  }

  async more(): Promise<void> {
    await this.#tell(() => this.#read(this.groups.length + PAGE));
  }

  /** To the next group, or the one before; those that follow are read on the way. */
  step(by: 1 | -1): void {
    this.at = Math.max(0, Math.min(this.shownAt + by, this.total - 1));
    if (this.at >= this.groups.length - 2 && this.groups.length < this.total) void this.more();
  }

  trashOf(group: DuplicateGroup): ReadonlySet<PhotoId> {
    return this.#chosen.get(group.id) ?? suggestedTrash(group);
  }

  toggle(group: DuplicateGroup, id: PhotoId): void {
    this.#chosen = new Map(this.#chosen).set(group.id, toggled(this.trashOf(group), id));
  }

  /** Keeps all photos of a group. False where it failed. */
  async decide(group: DuplicateGroup, verdict: DuplicateVerdict): Promise<boolean> {
    return this.#tell(async () => {
      const { client, history } = this.#context;
      const photos = group.photos.map(({ id }) => id);
      const { entry, changed } = await client.request("duplicate.decide", {
        photos,
        verdict,
        // Of a large group not all photos are here.
        ...(group.more > 0 && { wholeOf: group.kind }),
      });
      await this.#read(this.groups.length);
      const text = verdict === "keep-all" ? "duplicates.kept" : "duplicates.apart";
      history.offerUndo(say(text, { count: changed, left: this.total }), entry);
    });
  }

  /** What is suggested for all groups of the kind that is shown; undefined where it could not be read. */
  async suggestions(): Promise<readonly KeptCopy[] | undefined> {
    const kind = copyKinds.find((one) => one === this.kind);
    if (!kind) return [];
    let copies: readonly KeptCopy[] | undefined;
    await this.#tell(async () => {
      copies = await this.#context.client.request("duplicate.suggestions", { kind });
    });
    return copies;
  }

  /** Copies went to the trash, which is told with what is left. */
  async trashed(count: number, staying: number): Promise<void> {
    await this.#tell(async () => {
      await this.#read(this.groups.length);
      const { notices } = this.#context;
      const stay = staying > 0 ? [say("duplicates.stay", { count: staying })] : [];
      const moved = count > 0 ? [say("duplicates.trashed", { count, left: this.total })] : [];
      if (count + staying > 0) notices.show([...moved, ...stay].join(" "));
    });
  }

  /** Compares every photo again. */
  async check(): Promise<void> {
    await this.#tell(async () => {
      const { client, notices } = this.#context;
      await client.request("duplicate.check", { isAnew: true });
      await this.#read(this.groups.length);
      notices.show(say("duplicates.checked"));
    });
  }

  async #read(wanted: number): Promise<void> {
    const { client } = this.#context;
    const { kind } = this;
    const counts = await client.request("duplicate.counts", {});
    const groups: DuplicateGroup[] = [];
    let left = Math.max(PAGE, wanted);
    let after: string | null = null;
    do {
      const limit = Math.min(MOST_AT_ONCE, left);
      const page: { groups: DuplicateGroup[]; next: string | null } = await client.request(
        "duplicate.list",
        { kind, limit, ...(after !== null && { after }) },
      );
      groups.push(...page.groups);
      left -= limit;
      after = page.next;
    } while (after !== null && left > 0);
    // Another kind was asked for meanwhile.
    if (kind !== this.kind) return;
    this.counts = counts;
    this.groups = groups;
    this.total = Math.max(groups.length, groupsOf(counts, kind));
    this.isLoaded = true;
  }

  async #tell(act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      this.#context.notices.fail(error);
      return false;
    }
  }
}

function groupsOf({ kinds }: DuplicateCounts, wanted: DuplicateKind): number {
  return kinds.find(({ kind }) => kind === wanted)?.groups ?? 0;
}
