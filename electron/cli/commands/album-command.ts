import type { Command } from "commander";
import type { Album, AlbumSimilar } from "../../contract/album.ts";
import type { Client } from "../../contract/client.ts";
import { LibraryError } from "../../contract/errors.ts";
import { findAlbum } from "../find-album.ts";
import { findPhotos } from "../find-photos.ts";
import { openClient, type CommonOptions } from "../open-client.ts";
import { note, printJson, printLine } from "../output.ts";
import { readPages } from "../read-pages.ts";
import { readSimilar } from "../read-similar.ts";

/** `album list|create|show|add|remove|rename|delete`. */
export function addAlbumCommand(program: Command): Command[] {
  const album = program
    .command("album")
    .alias("albums")
    .description("Albums of photos chosen by hand, and smart albums: saved searches.")
    .exitOverride();
  const named = (name: string, description: string) =>
    album
      .command(name)
      .description(description)
      .argument("<album>", "its name, or # and its number");
  const list = album
    .command("list")
    .description("List all albums with the number of their photos.")
    .action(listAlbums);
  const create = album
    .command("create")
    .description("Make an album of photos in this order, or a smart album.")
    .argument("<name>", "such as Best or Trips/2023")
    .argument("[photos...]", "photos of the library")
    .option("--query <query>", "makes a smart album: whatever this search finds")
    .action(createAlbum);
  const show = named("show", "List the photos of an album in its order, one path a line.").action(
    showAlbum,
  );
  const add = named("add", "Add photos to the end of an album.")
    .argument("<photos...>", "photos of the library")
    .action((name: string, photos: string[], options: CommonOptions) =>
      change("album.add", { name, photos }, options),
    );
  const remove = named("remove", "Take photos out of an album. The photos stay.")
    .argument("<photos...>", "photos of the library")
    .action((name: string, photos: string[], options: CommonOptions) =>
      change("album.remove", { name, photos }, options),
    );
  const rename = named("rename", "Give an album another name; smart albums that name it follow.")
    .argument("<name>", "the new name")
    .action(renameAlbum);
  const remover = named(
    "delete",
    "Delete an album. Its photos stay, and undo brings it back.",
  ).action(deleteAlbum);
  return [list, create, show, add, remove, rename, remover];
}

async function listAlbums(options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const albums = await library.client.request("album.list", { isCounted: true });
  if (options.json) {
    await printJson(albums);
    return;
  }
  for (const album of albums) await printLine(describe(album));
}

function describe({ name, count, query, similar, problem }: Album): string {
  const what = similar ? describeSimilar(similar, query ?? "") : query;
  const search = what === null ? "" : `  (${problem ?? what})`;
  return `${String(count ?? "–").padStart(7)}  ${name}${search}`;
}

function describeSimilar({ examples }: AlbumSimilar, within: string): string {
  const namesOf = (sign: 1 | -1): string =>
    examples
      .filter(({ weight }) => weight * sign > 0)
      .map(({ name }) => name)
      .join(", ");
  const unlike = namesOf(-1) === "" ? "" : `, not to ${namesOf(-1)}`;
  return `similar to ${namesOf(1)}${unlike}${within === "" ? "" : `, among ${within}`}`;
}

async function createAlbum(
  name: string,
  paths: string[],
  options: CommonOptions & { readonly query?: string },
): Promise<void> {
  const { query } = options;
  await using library = await openClient(options);
  const photos = paths.length === 0 ? undefined : await findPhotos(library.client, paths);
  const made = await library.client.request("album.create", {
    name,
    ...(photos && { photos }),
    ...(query !== undefined && { query }),
  });
  if (options.json) await printJson(made);
  else await printLine(`Made the ${query === undefined ? "album" : "smart album"} ${made.name}`);
}

async function showAlbum(given: string, options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const album = await findAlbum(library.client, given);
  const { id, name } = album;
  const paths = await readPaths(library.client, album);
  if (options.json) {
    await printJson({ id, name, photos: paths });
    return;
  }
  for (const path of paths) await printLine(path);
}

/** In its order; similar photos with the most similar first. */
async function readPaths(
  client: Client<"cli">,
  { id, name, query, similar, problem }: Album,
): Promise<string[]> {
  if (!similar) {
    const { photos } = await readPages(client, { query: `album:#${id}` }, Infinity);
    return photos.map((photo) => photo.path);
  }
  const { depth, edited } = similar;
  const examples = similar.examples.flatMap(({ of, weight, region }) =>
    of ? [{ of, weight, ...(region && { region }) }] : [],
  );
  if (problem !== null) note(problem);
  if (!examples.some(({ weight }) => weight > 0)) {
    throw new LibraryError(
      "album-invalid",
      `expected a photo that ${name} is similar to but all were removed from the library`,
    );
  }
  const found = await readSimilar(client, { examples, within: query ?? "", depth, edited });
  return found.map(({ photo }) => photo.path);
}

async function change(
  request: "album.add" | "album.remove",
  given: { readonly name: string; readonly photos: readonly string[] },
  options: CommonOptions,
): Promise<void> {
  await using library = await openClient(options);
  const { id, name } = await findAlbum(library.client, given.name);
  const photos = await findPhotos(library.client, given.photos);
  const result = await library.client.request(request, { id, photos });
  if (options.json) {
    await printJson(result);
    return;
  }
  const done = request === "album.add" ? "Added" : "Removed";
  const where = request === "album.add" ? "to" : "from";
  await printLine(`${done} ${result.changed} of ${photos.length} photos ${where} ${name}`);
}

async function renameAlbum(given: string, name: string, options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const album = await findAlbum(library.client, given);
  const renamed = await library.client.request("album.rename", { id: album.id, name });
  if (options.json) await printJson(renamed);
  else await printLine(`Renamed ${album.name} to ${renamed.name}`);
}

async function deleteAlbum(given: string, options: CommonOptions): Promise<void> {
  await using library = await openClient(options);
  const { id } = await findAlbum(library.client, given);
  const deleted = await library.client.request("album.delete", { id });
  if (options.json) await printJson(deleted);
  else await printLine(`Deleted the album ${deleted.name}`);
}
