import { LibraryError } from "../../electron/contract/errors.ts";
/** @file Find similar from anywhere in the window: what its keys, menus and drops do. */
import type { Photo } from "../../electron/contract/photo.ts";
import { toShownError } from "./errors/show-error.ts";
import { sendPicture, type PictureOrigin } from "./library/send-picture.ts";
import type { TagTarget } from "./library/tag-edits.ts";
import { say } from "./messages/say.ts";
import type { Side } from "./similar/similar-actions.ts";
import {
  addExamples,
  canBeExample,
  changeExample,
  depthWord,
  exampleOf,
  exampleOfPicture,
  isNeeded,
  MOST_EXAMPLES,
  stepDepth,
  type SimilarExample,
} from "./similar/similar-step.ts";
import type { Workspace } from "./workspace.svelte.ts";

/** Shows what is like the photo that is shown large, else like all that are selected, with equal weights. */
export async function findSimilar(workspace: Workspace): Promise<void> {
  const examples = await readExamples(workspace, "more", () => workspace.target());
  if (examples) await openSimilar(workspace, examples);
}

/** Says that photos are more, or less, like what is looked for. Without a question, the first ones are one. */
export async function refineSimilar(
  workspace: Workspace,
  side: Side,
  target: () => Promise<TagTarget> = () => workspace.target(),
): Promise<void> {
  const { similar, library } = workspace;
  if (workspace.isCovered || !similar.step) {
    if (side === "more") await findSimilar(workspace);
    else library.notices.refuse(say("similar.needs-pane"));
    return;
  }
  const examples = await readExamples(workspace, side, target);
  if (examples) await addToStep(workspace, examples);
}

/** Shows what is similar to a picture from outside, dropped on the window or pasted. */
export async function findSimilarTo(
  workspace: Workspace,
  file: File,
  origin: PictureOrigin,
): Promise<void> {
  const example = await readPicture(workspace, file, origin);
  if (!example) return;
  workspace.pages.leave();
  await openSimilar(workspace, [example]);
}

/** Makes a picture from outside one more example. */
export async function addPicture(
  workspace: Workspace,
  { side, file, origin }: { side: Side; file: File; origin: PictureOrigin },
): Promise<void> {
  const example = await readPicture(workspace, file, origin);
  if (example) await addToStep(workspace, [withSide(example, side)]);
}

/** Asks for the part of the query photo that counts; without a question, of the photo that has the keyboard. */
export async function askForRegion(workspace: Workspace): Promise<void> {
  const { similar, active } = workspace;
  const first = similar.step?.examples.find(({ weight }) => weight > 0);
  if (first && active === "similar" && !workspace.isCovered) chooseRegion(workspace, first);
  else await findRegion(workspace);
}

/** Asks for a part of the photo that has the keyboard, and shows what is like it. */
export async function findRegion(workspace: Workspace): Promise<void> {
  const photo = workspace.shownPhoto ?? workspace.focusedPhoto;
  const target = async (): Promise<TagTarget> =>
    Promise.resolve({ ids: photo ? [photo.id] : [], known: photo ? [photo] : [] });
  const [example] = (await readExamples(workspace, "more", target)) ?? [];
  if (!example) return;
  workspace.dialog = {
    region: {
      ...example,
      region: undefined,
      search: (region) => void openSimilar(workspace, [{ ...example, ...(region && { region }) }]),
    },
  };
}

/** Asks for the part of an example in the tray that counts. */
export function chooseRegion(workspace: Workspace, example: SimilarExample): void {
  const { similar } = workspace;
  const search = (region: SimilarExample["region"]): void =>
    void similar.refine((step) => changeExample(step, example.key, { region }));
  const { name, preview, region } = example;
  workspace.dialog = { region: { name, preview, region, search } };
}

/** Towards what photos mean (1), or towards what they look like (−1). */
export function shiftDepth({ similar, library }: Workspace, by: 1 | -1): void {
  const { step } = similar;
  if (!step) return;
  const depth = stepDepth(step.depth, by);
  if (depth === step.depth) return;
  library.notices.announce(say(`similar.depth.${depthWord(depth)}`));
  void similar.refine((current) => ({ ...current, depth, beyond: 0 }));
}

async function openSimilar(
  workspace: Workspace,
  examples: readonly SimilarExample[],
): Promise<void> {
  workspace.uncover();
  // From a group of duplicates, its page gives way.
  workspace.pages.leave();
  workspace.active = "similar";
  await workspace.similar.open(examples);
}

async function addToStep(
  { similar, library: { notices } }: Workspace,
  examples: readonly SimilarExample[],
): Promise<void> {
  const { step } = similar;
  if (!step) return;
  const next = addExamples(step, examples);
  if (next.examples.length > MOST_EXAMPLES)
    notices.refuse(say("similar.too-many", { most: MOST_EXAMPLES }));
  else if (step.examples.some(({ key }) => isNeeded(step, key) && isLess(examples, key)))
    notices.refuse(say("similar.needs-more"));
  else await similar.refine((current) => addExamples(current, examples));
}

function isLess(examples: readonly SimilarExample[], key: string): boolean {
  return examples.some((example) => example.key === key && example.weight < 0);
}

/** Undefined where there are none, or none that can be compared, which is said. */
async function readExamples(
  workspace: Workspace,
  side: Side,
  readTarget: () => Promise<TagTarget>,
): Promise<readonly SimilarExample[] | undefined> {
  const { notices } = workspace.library;
  try {
    const photos = await readPhotos(workspace, await readTarget());
    const usable = photos.filter(canBeExample);
    if (usable.length === 0) {
      const [first] = photos;
      if (first) notices.refuse(whyNot(first));
      return undefined;
    }
    return usable.map((photo) => withSide(exampleOf(photo), side));
  } catch (error) {
    notices.fail(error);
    return undefined;
  }
}

async function readPhotos(
  { library: { client, notices } }: Workspace,
  { ids, known }: TagTarget,
): Promise<readonly Photo[]> {
  if (ids.length > MOST_EXAMPLES) {
    notices.refuse(say("similar.too-many", { most: MOST_EXAMPLES }));
    return [];
  }
  const byId = new Map(known.map((photo) => [photo.id, photo]));
  return Promise.all(ids.map(async (id) => byId.get(id) ?? client.request("photo.get", { id })));
}

function whyNot({ kind, name }: Photo): string {
  return kind === "video" ? say("similar.video") : say("similar.failed", { name });
}

function withSide(example: SimilarExample, side: Side): SimilarExample {
  return { ...example, weight: side === "more" ? 1 : -1 };
}

async function readPicture(
  { library: { notices } }: Workspace,
  file: File,
  origin: PictureOrigin,
): Promise<SimilarExample | undefined> {
  try {
    return exampleOfPicture(await sendPicture(file, origin));
  } catch (error) {
    // Of a photo of the library it would be said that it keeps its tags.
    const isOther = error instanceof LibraryError && error.code === "format-unsupported";
    const text = isOther ? say("similar.picture.other") : toShownError(error).text;
    notices.refuse(say("similar.picture.failed", { name: file.name, text }));
    return undefined;
  }
}
