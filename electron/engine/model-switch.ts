import type { ModelSwitch } from "../contract/model.ts";
import { LibraryError } from "../contract/errors.ts";
import type { Database } from "./catalog/database.ts";
import { forgetIndexed, forgetOtherModels, returnToModel } from "./catalog/model-coverage.ts";
import { clearSetting, getSetting, setSetting } from "./catalog/settings.ts";
import type { ResolvedModel } from "./inference/resolve-model.ts";
import { Reembedding } from "./indexing/reembed.ts";
import type { ModelRooms } from "./model-rooms.ts";
import type { ChosenModels } from "./choose-models.ts";
import type { ModelSwitching } from "./parts.ts";
import { inBackground } from "./support/in-background.ts";
import { log } from "./support/log.ts";
import { Serial } from "./support/serial.ts";
import { TextRefresh } from "./text-refresh.ts";

export interface ModelSwitcherOptions {
  readonly db: Database;
  readonly chosen: ChosenModels;
  readonly resolve: (model: string) => Promise<ResolvedModel>;
  readonly open: (model: ResolvedModel, onLost: () => void) => ModelRooms;
  readonly thumbnailPath: (fingerprint: string) => string;
  /** Resolves when indexing leaves the machine to this; rejects when it cannot go on. */
  readonly turn: () => Promise<void>;
  /** At this moment no photo is on its walk through the rooms of the answering model. */
  readonly isQuiet: () => boolean;
  /** How many photos may be on their way; see Pace. */
  readonly atOnce: () => number;
  /** Another model answers, or the way to it went on. */
  readonly onChange: () => void;
  /** Photos may wait to be indexed. */
  readonly onWaiting: () => void;
  /** How soon a switch that failed is tried again; half a minute, except in tests. */
  readonly tryAgainMs?: number;
}

/** After a failure, such as of a full disk. */
const TRY_AGAIN_MS = 30_000;

/**
 * Which model answers. Another one first embeds the library in the background, in rooms of its own, and takes
 * over when it knows every photo. See [Note: Two models].
 */
export class ModelSwitcher implements ModelSwitching, AsyncDisposable {
  readonly #options: ModelSwitcherOptions;
  readonly #text: TextRefresh;
  readonly #choices = new Serial();
  /** Rooms of models that answered before: they close when nobody asks them any more. */
  readonly #closing: Promise<void>[] = [];
  #rooms: ModelRooms;
  #next: ChosenModels["next"];
  /** Opened to see whether the next model runs here, and used by the switch. */
  #nextRooms: ModelRooms | undefined;
  #isStarted = false;
  #passage: Reembedding | undefined;
  #running: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stop = new AbortController();

  constructor(options: ModelSwitcherOptions) {
    const { db, chosen } = options;
    this.#options = options;
    this.#text = new TextRefresh(db);
    this.#next = chosen.next;
    forgetOtherModels(db, [chosen.answering.key, ...(chosen.next ? [chosen.next.model.key] : [])]);
    this.#rooms = this.#open(chosen.answering);
    if (!this.#rooms.vectors.exists()) forgetIndexed(db);
    this.#text.expect(this.#rooms.model);
  }

  get current(): ModelRooms {
    return this.#rooms;
  }

  get nextKey(): string | undefined {
    return this.#next?.model.key;
  }

  status(): ModelSwitch | null {
    if (!this.#next) return null;
    const progress = this.#passage?.progress ?? { done: 0, total: 0, source: "deciding" };
    return { ...progress, from: titleOf(this.#rooms.model), to: titleOf(this.#next.model) };
  }

  /** Goes on with a switch that an earlier run began. */
  start(): void {
    this.#isStarted = true;
    inBackground("bring the words of labels up to date", this.#text.run(this.#rooms.model));
    this.resume();
  }

  /** Whatever kept a switch from going on may be over. */
  resume(): void {
    if (!this.#isStarted || !this.#next) return;
    const running = this.#run();
    running.catch(() => this.#tryAgain());
    inBackground("switch models", running);
  }

  choose(ref: string): Promise<void> {
    return this.#choices.run(async () => {
      const model = await this.#options.resolve(ref);
      if (model.key === this.#next?.model.key) return;
      const { db, onChange } = this.#options;
      const rooms = this.#isAnswering(model) ? undefined : await this.#tryOut(model);
      await this.#giveUp();
      if (this.#isAnswering(model)) {
        setSetting(db, "model", ref);
        await rooms?.[Symbol.asyncDispose]();
      } else {
        setSetting(db, "next-model", ref);
        this.#next = { model, ref };
        this.#nextRooms = rooms;
      }
      this.resume();
      onChange();
    });
  }

  async settled(): Promise<void> {
    while (this.#next) {
      if (this.#stop.signal.aborted) throw new LibraryError("cancelled", "the library was closed");
      await this.#run();
    }
    await this.#text.run(this.#rooms.model);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    clearTimeout(this.#timer);
    this.#text.stop();
    await this.#running?.catch(() => {
      // Said by whoever began it.
    });
    await this.#nextRooms?.[Symbol.asyncDispose]();
    await Promise.all([this.#rooms[Symbol.asyncDispose](), ...this.#closing]);
  }

  #tryAgain(): void {
    const { tryAgainMs = TRY_AGAIN_MS } = this.#options;
    clearTimeout(this.#timer);
    if (!this.#stop.signal.aborted)
      this.#timer = setTimeout(() => this.resume(), tryAgainMs).unref();
  }

  #run(): Promise<void> {
    this.#running ??= this.#switch(this.#stop.signal).finally(() => (this.#running = undefined));
    return this.#running;
  }

  async #switch(signal: AbortSignal): Promise<void> {
    const next = this.#next;
    if (!next) return;
    const { db, thumbnailPath, onChange, isQuiet } = this.#options;
    const stopped = untilAborted(signal);
    const turn = async () => {
      if (!isQuiet()) await Promise.race([this.#options.turn(), stopped]);
    };
    const rooms = this.#nextRooms ?? this.#open(next.model);
    this.#nextRooms = undefined;
    try {
      if (!rooms.vectors.exists()) returnToModel(db, next.model.key, this.#rooms.model.key);
      const passage = new Reembedding({
        db,
        answeringKey: this.#rooms.model.key,
        next: rooms,
        thumbnailPath,
        source: knownSource(getSetting(db, "next-source")),
        onSource: (source) => setSetting(db, "next-source", source),
        onProgress: onChange,
        turn,
        atOnce: this.#options.atOnce,
        signal,
      });
      this.#passage = passage;
      onChange();
      do {
        await passage.run();
        await turn();
        if (signal.aborted) return;
      } while (!isQuiet() || !passage.isCovered());
      this.#takeOver(rooms, next.ref);
    } finally {
      this.#passage = undefined;
      if (this.#rooms !== rooms) await rooms[Symbol.asyncDispose]();
    }
  }

  /** At once: no photo is on its walk, and whoever asks from now on asks the new model. */
  #takeOver(rooms: ModelRooms, ref: string): void {
    const { db, onChange, onWaiting } = this.#options;
    const old = this.#rooms;
    db.transaction(() => {
      setSetting(db, "model", ref);
      clearSetting(db, "next-model");
      clearSetting(db, "next-source");
      clearSetting(db, "provider");
      // Those that could be read neither from their file nor from a thumbnail: indexing says why.
      forgetOtherModels(db, [rooms.model.key]);
    });
    this.#rooms = rooms;
    this.#next = undefined;
    this.#closing.push(closeWhenIdle(old));
    inBackground("bring the words of labels up to date", this.#text.run(rooms.model));
    onChange();
    onWaiting();
  }

  /** The answering model stays; what the next one found out is kept for another time. */
  async #giveUp(): Promise<void> {
    const { db } = this.#options;
    const next = this.#next;
    if (!next) return;
    this.#stop.abort();
    await this.#running?.catch((error: unknown) => log.warn("a switch of models ended", error));
    this.#stop = new AbortController();
    await this.#nextRooms?.[Symbol.asyncDispose]();
    this.#nextRooms = undefined;
    if (this.nextKey === next.model.key) returnToModel(db, next.model.key, this.#rooms.model.key);
    this.#next = undefined;
    clearSetting(db, "next-model");
    clearSetting(db, "next-source");
  }

  #isAnswering({ key }: ResolvedModel): boolean {
    return key === this.#rooms.model.key;
  }

  /** Rejects when the model does not run on this machine. */
  async #tryOut(model: ResolvedModel): Promise<ModelRooms> {
    const rooms = this.#open(model);
    try {
      await rooms.photoWorker.report();
      return rooms;
    } catch (error) {
      await rooms[Symbol.asyncDispose]();
      throw error;
    }
  }

  #open(model: ResolvedModel): ModelRooms {
    const rooms = this.#options.open(model, () => {
      const { db, onWaiting } = this.#options;
      if (rooms === this.#rooms) forgetIndexed(db);
      else returnToModel(db, model.key, this.#rooms.model.key);
      onWaiting();
    });
    return rooms;
  }
}

function titleOf({ name, precision }: ResolvedModel): string {
  return precision === "file" ? name : `${name} ${precision}`;
}

function knownSource(setting: string | undefined): "thumbnails" | "files" | undefined {
  return setting === "thumbnails" || setting === "files" ? setting : undefined;
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** Questions that are under way are answered by the model that they began with. */
async function closeWhenIdle(rooms: ModelRooms): Promise<void> {
  await rooms.photoWorker.settled();
  await rooms[Symbol.asyncDispose]();
}
