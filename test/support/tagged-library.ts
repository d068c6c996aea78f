/**
 * @file A real library whose photos are told apart by their tags: every test of identity ends with which tags are on
 * which files.
 */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { createClient, type Client } from "../../electron/contract/client.ts";
import type { Photo } from "../../electron/contract/photo.ts";
import { openLibrary } from "../../electron/engine/open-library.ts";
import { FIXTURES } from "./fixtures.ts";
import { tempFolder } from "./temp-folder.ts";

export interface TaggedLibrary extends AsyncDisposable {
  readonly client: Client<"cli" | "renderer">;
  /** A new watched folder with one photo for each name, of its own pixels; each is indexed and tagged with its name. */
  folder(names: readonly string[]): Promise<TaggedFolder>;
  /** Ends the engine and starts it again. */
  restart(): Promise<void>;
}

export interface TaggedFolder {
  readonly path: string;
  at(...parts: string[]): string;
  /** Has the engine look at the disk, and index what it finds. */
  look(): Promise<void>;
  /** Tags by path inside the folder; those of missing photos under "path (missing)". */
  tags(): Promise<Record<string, string[]>>;
  find(name: string): Promise<Photo>;
}

let made = 0;

/** A JPEG that no other call makes: a part of a fixture, at a place of its own, and a little darker. */
export async function makePhoto(from = "immich/prairie_falcon.jpg"): Promise<Buffer> {
  const index = made++;
  return sharp(path.join(FIXTURES, from))
    .extract({ left: index % 97, top: index % 89, width: 400, height: 300 })
    .modulate({ brightness: 1 - (index % 50) / 200 })
    .jpeg({ quality: 90 })
    .toBuffer();
}

export async function openTaggedLibrary({
  live,
}: {
  readonly live: boolean;
}): Promise<TaggedLibrary> {
  const temp = await tempFolder();
  let library = await openLibrary({ libraryFolder: temp.at("library"), live });
  let client = createClient<"cli" | "renderer">(library.connect(["cli", "renderer"]));
  let folders = 0;

  async function page(query: string): Promise<Photo[]> {
    return (await client.request("photo.page", { query, limit: 500 })).photos;
  }

  async function folder(names: readonly string[]): Promise<TaggedFolder> {
    const root = temp.at(`photos ${++folders}`);
    await mkdir(root);
    const tagged = toTaggedFolder(root);
    for (const name of names) {
      await mkdir(path.dirname(path.join(root, name)), { recursive: true });
      await writeFile(path.join(root, name), await makePhoto());
    }
    await tagged.look();
    for (const name of names) {
      const { id } = await tagged.find(name);
      await client.request("tag.add", { tag: toTag(name), photos: [id] });
    }
    return tagged;
  }

  function toTaggedFolder(root: string): TaggedFolder {
    const inside = (photo: Photo) => path.relative(root, photo.path).replaceAll("\\", "/");
    const isInside = (photo: Photo) => !inside(photo).startsWith("..");
    return {
      path: root,
      at: (...parts) => path.join(root, ...parts),
      async look() {
        await client.request("library.index", { paths: [root] });
      },
      async tags() {
        const present = (await page("")).filter(isInside);
        const missing = (await page("is:missing")).filter(isInside);
        return Object.fromEntries([
          ...present.map((photo) => [inside(photo), photo.tags] as const),
          ...missing.map((photo) => [`${inside(photo)} (missing)`, photo.tags] as const),
        ]);
      },
      async find(name) {
        const found = (await page("")).find((photo) => isInside(photo) && inside(photo) === name);
        if (!found) throw new Error(`expected ${name} in the library`);
        return found;
      },
    };
  }

  return {
    get client() {
      return client;
    },
    folder,
    async restart() {
      await library[Symbol.asyncDispose]();
      library = await openLibrary({ libraryFolder: temp.at("library"), live });
      client = createClient<"cli" | "renderer">(library.connect(["cli", "renderer"]));
    },
    async [Symbol.asyncDispose]() {
      await library[Symbol.asyncDispose]();
      await temp[Symbol.asyncDispose]();
    },
  };
}

/** "trip/a.jpg" is tagged "of a". */
export function toTag(name: string): string {
  return `of ${path.parse(name).name}`;
}
