import type { Client } from "../../../electron/contract/client.ts";
import type { Folder } from "../../../electron/contract/folder.ts";
import type { SidecarName } from "../../../electron/contract/mirror.ts";
import type { MirrorConflict } from "../../../electron/contract/photo-mirror.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { say } from "../messages/say.ts";
import { folderName } from "./folder-name.ts";
import type { Notices } from "./notices.svelte.ts";

export interface MirrorEditContext {
  readonly client: Client<"renderer">;
  readonly notices: Notices;
  readonly refresh: () => void;
}

/** What the user decides about XMP files; failures are told here. */
export class MirrorEdits {
  readonly #context: MirrorEditContext;

  constructor(context: MirrorEditContext) {
    this.#context = context;
  }

  /** Whether a folder's XMP files are written by themselves from now on. */
  async setFolder(folder: Folder, isOn: boolean): Promise<void> {
    const { client, notices } = this.#context;
    const text = say(isOn ? "sidecars.on" : "sidecars.off", { name: folderName(folder.path) });
    await this.#tell(async () => {
      await client.request("folder.mirror", { id: folder.id, isOn });
      notices.show(text);
    });
  }

  /** What XMP files are called that are not there yet. Answers with what they are called now. */
  async setName(name: SidecarName): Promise<SidecarName | undefined> {
    const { client, notices } = this.#context;
    try {
      const set = await client.request("mirror.name", { name });
      notices.show(say("sidecars.name.set", { name: set.name }));
      return set.name;
    } catch (error) {
      notices.fail(error);
      return undefined;
    }
  }

  /** Writes a photo's XMP file now, or tries again. */
  async write(photo: PhotoId): Promise<void> {
    await this.#tell(async () => {
      await this.#context.client.request("mirror.write", { photos: [photo] });
    });
  }

  /** The other side takes over what one side says. */
  async resolve(
    photo: PhotoId,
    field: MirrorConflict["field"],
    take: "library" | "sidecar",
  ): Promise<void> {
    const { client, notices } = this.#context;
    await this.#tell(async () => {
      await client.request("mirror.resolve", { photos: [photo], field, take });
      notices.show(say(take === "library" ? "sidecar.kept" : "sidecar.taken"));
    });
  }

  async #tell(act: () => Promise<void>): Promise<void> {
    try {
      await act();
      this.#context.refresh();
    } catch (error) {
      this.#context.notices.fail(error);
    }
  }
}
