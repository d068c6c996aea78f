import type { Album, AlbumId } from "../../../electron/contract/album.ts";
import type { Client } from "../../../electron/contract/client.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { say } from "../messages/say.ts";
import type { AlbumState } from "./album-state.svelte.ts";
import type { HistoryEdits } from "./history-edits.ts";
import { moveBefore, type AlbumStep } from "./move-before.ts";
import type { Notices } from "./notices.svelte.ts";
import { albumQuery } from "./query-text.ts";

/** Most that one request takes, and more than an album made by hand has. */
const MOST_AT_ONCE = 100_000;

export interface AlbumEditContext {
  readonly client: Client<"renderer">;
  readonly notices: Notices;
  readonly history: Pick<HistoryEdits, "offerUndo">;
  readonly albums: AlbumState;
  /** Reads again what is on the screen. */
  readonly refresh: () => void;
}

type Named = Pick<Album, "id" | "name">;

/** Changes albums, tells what was done and offers to take it back. Failures are told here. */
export class AlbumEdits {
  readonly #context: AlbumEditContext;

  constructor(context: AlbumEditContext) {
    this.#context = context;
  }

  /** Answers with the album, or undefined where it could not be made. */
  create(name: string, photos: readonly PhotoId[]): Promise<Named | undefined> {
    return this.#run(async (client) => {
      const some = photos.slice(0, MOST_AT_ONCE);
      const made = await client.request("album.create", {
        name,
        ...(some.length > 0 && { photos: some }),
      });
      const text = some.length > 0 ? "albums.created.with" : "albums.created";
      this.#context.albums.used(made.id);
      return { ...made, text: say(text, { name: made.name, count: some.length }) };
    });
  }

  createSmart(name: string, query: string): Promise<Named | undefined> {
    return this.#run(async (client) => {
      const made = await client.request("album.create", { name, query });
      return { ...made, text: say("albums.created.smart", { name: made.name }) };
    });
  }

  rename({ id }: Named, name: string): Promise<Named | undefined> {
    return this.#run(async (client) => {
      const renamed = await client.request("album.rename", { id, name });
      return { ...renamed, text: say("albums.renamed", { name: renamed.name }) };
    });
  }

  delete({ id, name }: Named): Promise<Named | undefined> {
    return this.#run(async (client) => ({
      ...(await client.request("album.delete", { id })),
      text: say("albums.deleted", { name }),
    }));
  }

  duplicate({ id }: Named): Promise<Named | undefined> {
    return this.#run(async (client) => {
      const copy = await client.request("album.duplicate", { id });
      return { ...copy, text: say("albums.duplicated", { name: copy.name }) };
    });
  }

  setQuery({ id, name }: Named, query: string): Promise<Named | undefined> {
    return this.#run(async (client) => ({
      ...(await client.request("album.setQuery", { id, query })),
      text: say("albums.query.set", { name }),
    }));
  }

  setCover({ id, name }: Named, photo: PhotoId): Promise<Named | undefined> {
    return this.#run(async (client) => ({
      ...(await client.request("album.setCover", { id, photo })),
      text: say("albums.covered", { name }),
    }));
  }

  async add({ id, name }: Named, ids: readonly PhotoId[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#run(async (client) => {
      const photos = ids.slice(0, MOST_AT_ONCE);
      const { changed, entry } = await client.request("album.add", { id, photos });
      this.#context.albums.used(id);
      const text = changed > 0 ? "albums.added" : "albums.added.none";
      return { id, name, entry, text: say(text, { name, count: changed }) };
    });
  }

  async remove({ id, name }: Named, ids: readonly PhotoId[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#run(async (client) => {
      const photos = ids.slice(0, MOST_AT_ONCE);
      const { changed, entry } = await client.request("album.remove", { id, photos });
      return { id, name, entry, text: say("albums.removed", { name, count: changed }) };
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
      const { changed, entry } = await client.request("album.move", {
        id,
        photos: [...photos],
        before,
      });
      return { id, name, entry, text: changed > 0 ? say("albums.moved", { count: changed }) : "" };
    });
  }

  async #run(
    act: (
      client: Client<"renderer">,
    ) => Promise<Named & { readonly entry: number | null; readonly text: string }>,
  ): Promise<{ readonly id: AlbumId; readonly name: string } | undefined> {
    const { client, notices, history, albums, refresh } = this.#context;
    try {
      const { id, name, entry, text } = await act(client);
      if (text !== "") history.offerUndo(text, entry);
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
