import type { Album } from "../../../electron/contract/album.ts";
import type { Client } from "../../../electron/contract/client.ts";
import { MOST_AT_ONCE } from "../../../electron/contract/limits.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { SimilarQuestion } from "../../../electron/contract/similar.ts";
import { say } from "../messages/say.ts";
import type { AlbumState } from "./album-state.svelte.ts";
import type { HistoryEdits } from "./history-edits.ts";
import { inParts } from "./in-parts.ts";
import { moveBefore, type AlbumStep } from "./move-before.ts";
import type { Notices } from "./notices.svelte.ts";
import { albumQuery } from "./query-text.ts";
import { offerUndoOf, sendInParts } from "./send-in-parts.ts";

export interface AlbumEditContext {
  readonly client: Client<"renderer">;
  readonly notices: Notices;
  readonly history: Pick<HistoryEdits, "offerUndo" | "undo">;
  readonly albums: AlbumState;
  /** Reads again what is on the screen. */
  readonly refresh: () => void;
}

type Named = Pick<Album, "id" | "name">;

interface AlbumEdit extends Named {
  /** Of the history, the first one first. */
  readonly entries: readonly number[];
}

/** Changes albums, tells what was done and offers to take it back. Failures are told here. */
export class AlbumEdits {
  readonly #context: AlbumEditContext;

  constructor(context: AlbumEditContext) {
    this.#context = context;
  }

  /** Answers with the album, or undefined where it could not be made. */
  create(name: string, photos: readonly PhotoId[]): Promise<Named | undefined> {
    return this.#run(async (client) => {
      const [first = [], ...others] = inParts(photos);
      const { id, ...made } = await client.request("album.create", {
        name,
        ...(first.length > 0 && { photos: first }),
      });
      const entries = toEntries(made);
      for (const part of others) {
        entries.push(...toEntries(await client.request("album.add", { id, photos: part })));
      }
      const text = photos.length > 0 ? "albums.created.with" : "albums.created";
      this.#context.albums.used(id);
      return {
        id,
        name: made.name,
        entries,
        text: say(text, { name: made.name, count: photos.length }),
      };
    });
  }

  createSmart(name: string, query: string): Promise<Named | undefined> {
    return this.#run(async (client) => {
      const made = await client.request("album.create", { name, query });
      return { ...toEdit(made), text: say("albums.created.smart", { name: made.name }) };
    });
  }

  /** `query`: among which photos; "" for all. Of pictures from outside the library keeps copies. */
  createSimilar(name: string, similar: SimilarQuestion, query: string): Promise<Named | undefined> {
    return this.#run(async (client) => {
      const narrowed = query === "" ? {} : { query };
      const made = await client.request("album.create", { name, similar, ...narrowed });
      return { ...toEdit(made), text: say("albums.created.smart", { name: made.name }) };
    });
  }

  /** As with {@link createSimilar}. */
  setSimilar({ id, name }: Named, similar: SimilarQuestion, query: string) {
    return this.#run(async (client) => ({
      ...toEdit(await client.request("album.setSimilar", { id, similar, query })),
      text: say("albums.similar.set", { name }),
    }));
  }

  rename({ id }: Named, name: string): Promise<Named | undefined> {
    return this.#run(async (client) => {
      const renamed = await client.request("album.rename", { id, name });
      return { ...toEdit(renamed), text: say("albums.renamed", { name: renamed.name }) };
    });
  }

  delete({ id, name }: Named): Promise<Named | undefined> {
    return this.#run(async (client) => ({
      ...toEdit(await client.request("album.delete", { id })),
      text: say("albums.deleted", { name }),
    }));
  }

  duplicate({ id, name }: Named): Promise<Named | undefined> {
    return this.#run(async (client) => {
      const wanted = say("albums.duplicate.name", { name });
      const copy = await client.request("album.duplicate", { id, name: wanted });
      return { ...toEdit(copy), text: say("albums.duplicated", { name: copy.name }) };
    });
  }

  setQuery({ id, name }: Named, query: string): Promise<Named | undefined> {
    return this.#run(async (client) => ({
      ...toEdit(await client.request("album.setQuery", { id, query })),
      text: say("albums.query.set", { name }),
    }));
  }

  setCover({ id, name }: Named, photo: PhotoId): Promise<Named | undefined> {
    return this.#run(async (client) => ({
      ...toEdit(await client.request("album.setCover", { id, photo })),
      text: say("albums.covered", { name }),
    }));
  }

  async add({ id, name }: Named, ids: readonly PhotoId[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#run(async (client) => {
      const { changed, entries } = await sendInParts(ids, (photos) =>
        client.request("album.add", { id, photos }),
      );
      this.#context.albums.used(id);
      const text = changed > 0 ? "albums.added" : "albums.added.none";
      return { id, name, entries, text: say(text, { name, count: changed }) };
    });
  }

  async remove({ id, name }: Named, ids: readonly PhotoId[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#run(async (client) => {
      const { changed, entries } = await sendInParts(ids, (photos) =>
        client.request("album.remove", { id, photos }),
      );
      return { id, name, entries, text: say("albums.removed", { name, count: changed }) };
    });
  }

  /** By one place, or to an end. */
  async step(album: Named, ids: readonly PhotoId[], step: AlbumStep): Promise<void> {
    await this.#move(album, ids, (order) => moveBefore(order, ids, step));
  }

  /** Before the photo at a place of the album as it is shown; behind the last one: to the end. */
  async moveTo(album: Named, ids: readonly PhotoId[], index: number): Promise<void> {
    await this.#move(album, ids, (order) => order[index] ?? null);
  }

  async #move(
    { id, name }: Named,
    photos: readonly PhotoId[],
    find: (order: readonly PhotoId[]) => PhotoId | null,
  ): Promise<void> {
    if (photos.length === 0) return;
    await this.#run(async (client) => {
      const whole = { query: albumQuery(name), offset: 0, limit: MOST_AT_ONCE };
      const before = find(await client.request("photo.ids", whole));
      const moved = await client.request("album.move", {
        id,
        photos: [...photos],
        before,
      });
      const text = moved.changed > 0 ? say("albums.moved", { count: moved.changed }) : "";
      return { id, name, entries: toEntries(moved), text };
    });
  }

  async #run(
    act: (client: Client<"renderer">) => Promise<AlbumEdit & { readonly text: string }>,
  ): Promise<Named | undefined> {
    const { client, notices, albums, refresh } = this.#context;
    try {
      const { id, name, entries, text } = await act(client);
      if (text !== "") offerUndoOf(this.#context, text, entries);
      await albums.refresh();
      return { id, name };
    } catch (error) {
      notices.fail(error);
      return undefined;
    } finally {
      refresh();
    }
  }
}

function toEdit({ id, name, entry }: Named & { readonly entry: number | null }): AlbumEdit {
  return { id, name, entries: toEntries({ entry }) };
}

function toEntries({ entry }: { readonly entry: number | null }): number[] {
  return entry === null ? [] : [entry];
}
