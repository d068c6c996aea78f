/** @file Albums of similar photos in the window: a question is kept as one, and one is opened as a question. */
import type { Album, AlbumExample } from "../../electron/contract/album.ts";
import { thumbnailUrl } from "./library/media-url.ts";
import { say } from "./messages/say.ts";
import { readSimilar } from "./similar/read-similar.ts";
import {
  exampleOf,
  exampleOfKept,
  isLiked,
  toQuestion,
  uniqueExamples,
  type SimilarExample,
} from "./similar/similar-step.ts";
import { stepName } from "./similar/similar-words.ts";
import type { Workspace } from "./workspace.svelte.ts";

/** Asks for the name under which the question that is shown is kept, or whether the album that it came from changes. */
export function saveSimilar(workspace: Workspace): void {
  const { step } = workspace.similar;
  if (!step) return;
  const { list } = workspace.library.albums;
  workspace.dialog = {
    album: {
      kind: "save-similar",
      similar: toQuestion(step),
      query: step.within,
      of: stepName(step),
      album: list.find(({ id }) => id === step.album?.id),
      onsaved: (album) => workspace.similar.keptAs(step.key, album),
    },
  };
}

/** Shows what is like the album's examples; those that were removed from the library are told. */
export async function openSimilarAlbum(workspace: Workspace, album: Album): Promise<void> {
  const { similar, panels, pages, library } = workspace;
  const { notices } = library;
  const { id, name, query } = album;
  if (!album.similar) return;
  const { depth, edited, examples: given } = album.similar;
  try {
    const examples = await readExamples(workspace, given);
    const gone = given.filter(({ of }) => of === null).map((example) => example.name);
    if (!isLiked(examples)) {
      notices.show(say("similar.album.gone", { name }));
      return;
    }
    if (gone.length > 0) {
      const names = { name: gone[0]!, count: gone.length - 1 };
      notices.show(say("similar.album.some-gone", names));
    }
    pages.leave();
    panels.isDrawerOpen = false;
    workspace.uncover();
    workspace.active = "similar";
    const setup = { depth, findsEdited: edited, within: query ?? "", album: { id, name } };
    await similar.open(examples, setup);
  } catch (error) {
    notices.fail(error);
  }
}

/** Of all photos that an album of similar photos holds now, the most similar first. */
export async function similarPaths({ library }: Workspace, album: Album): Promise<string[]> {
  const { depth, edited, examples } = album.similar!;
  const known = examples.flatMap(({ of, weight, region }) =>
    of ? [{ of, weight, ...(region && { region }) }] : [],
  );
  const question = { examples: known, depth, within: album.query ?? "", beyond: 0 };
  const session = crypto.randomUUID();
  const { photos } = await readSimilar(library.client, question, { session, edited });
  return photos.map(({ photo }) => photo.path);
}

async function readExamples(
  { library: { client } }: Workspace,
  given: readonly AlbumExample[],
): Promise<readonly SimilarExample[]> {
  const examples = await Promise.all(
    given.map(async ({ of, name, weight, region }) => {
      if (of === null) return undefined;
      const example =
        "photo" in of
          ? exampleOf(await client.request("photo.get", { id: of.photo }), weight)
          : exampleOfKept({ ...of, name, thumbnail: thumbnailUrl(of.fingerprint) }, weight);
      return region ? { ...example, region } : example;
    }),
  );
  return uniqueExamples(examples.filter((example) => example !== undefined));
}
