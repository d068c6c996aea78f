/**
 * @file Random edits by the user and by other programs in turn: what is merged is what a plain rule over sets says, and nothing is lost.
 */
import { expect } from "vitest";
import { seeded } from "../../../faults/damage.ts";
import { mirroredPhotos } from "../../../support/mirrored-photos.ts";
import { OtherProgram, type Style } from "../../../support/other-program.ts";

const ROUNDS = 5;
const EDITS = 4;
const TAGS = [
  "ferry",
  "böat",
  "Places/Lisbon",
  "Places/Portugal/Porto",
  "Boats/Old & <new>",
  "tram",
];
const FLAT = TAGS.filter((tag) => !tag.includes("/"));

/** What one side says. */
interface Side {
  readonly tags: Set<string>;
  rating: number;
}

type Photo = Awaited<ReturnType<Awaited<ReturnType<typeof mirroredPhotos>>["add"]>>;

interface Game {
  readonly photo: Photo;
  readonly other: OtherProgram;
  readonly random: () => number;
  /** What both sides said last. */
  base: Side;
  ours: Side;
  theirs: Side;
}

/** Fails where a merge is not as specified; answers with the number of conflicts that there were. */
export async function mergeRandomEdits({
  first,
  count,
}: {
  readonly first: number;
  readonly count: number;
}): Promise<number> {
  await using library = await mirroredPhotos();
  let conflicts = 0;
  for (let seed = first; seed < first + count; seed++) {
    const photo = await library.add(`${seed}.jpg`);
    photo.tag("ferry");
    photo.enter("rating", 3);
    await photo.mirror();
    const start = () => ({ tags: new Set(["ferry"]), rating: 3 });
    const game: Game = {
      photo,
      other: new OtherProgram(photo.sidecar()),
      random: seeded(seed),
      base: start(),
      ours: start(),
      theirs: start(),
    };
    for (let round = 1; round <= ROUNDS; round++)
      if (await playRound(game, `seed ${seed}, round ${round}`)) conflicts++;
  }
  return conflicts;
}

/** Answers whether there was a conflict. */
async function playRound(game: Game, note: string): Promise<boolean> {
  const { photo, other, random } = game;
  const style = pick(random, ["lightroom", "digikam", "flat"] as const);
  for (let edit = 0; edit < EDITS; edit++) await editOnce(game, style);
  await other.note(note);
  if (random() < 0.3) {
    await readFirst(game, style);
    change(game, pick(random, TAGS), random() < 0.5);
  }

  const { outcome } = await photo.mirror();

  const { tags, rating } = expected(game);
  const said = await other.say();
  expect([...photo.tags()].sort(), note).toEqual([...tags].sort());
  expect(said.hierarchy, note).toEqual([...tags].sort());
  expect(said.tagsList, note).toEqual([...tags].sort());
  expect(said.note, note).toBe(note);
  const ratings = rating === "conflict" ? [game.ours.rating, game.theirs.rating] : [rating, rating];
  expect([photo.rating(), said.rating], note).toEqual(ratings);
  expect(outcome === "conflict", note).toBe(rating === "conflict");
  if (rating !== "conflict") expect((await photo.mirror()).outcome, note).toBe("in-sync");
  const agreed = rating === "conflict" ? game.base.rating : rating;
  game.base = { tags: new Set(tags), rating: agreed };
  game.ours = { tags: new Set(tags), rating: photo.rating() };
  game.theirs = { tags: new Set(tags), rating: said.rating };
  return rating === "conflict";
}

async function editOnce(game: Game, style: Style): Promise<void> {
  const { photo, other, random, ours, theirs } = game;
  const isTheirs = random() < 0.5;
  if (random() < 0.3) {
    const rating = 1 + Math.floor(random() * 5);
    (isTheirs ? theirs : ours).rating = rating;
    if (isTheirs) await other.rate(rating);
    else photo.enter("rating", rating);
    return;
  }
  const isGiven = random() < 0.5;
  if (!isTheirs) {
    change(game, pick(random, TAGS), isGiven);
    return;
  }
  const tag = pick(random, style === "flat" ? FLAT : TAGS);
  put(theirs, tag, isGiven);
  await other.tag(style, tag, isGiven);
}

function change({ photo, ours }: Game, tag: string, isGiven: boolean): void {
  put(ours, tag, isGiven);
  if (isGiven) photo.tag(tag);
  else photo.untag(tag);
}

/** What is read from the file is taken over there and then, as far as a reader without the last state can tell. */
async function readFirst({ photo, base, ours, theirs }: Game, style: Style): Promise<void> {
  await photo.read();
  for (const tag of TAGS) {
    const isHere = photo.tags().some((one) => one === tag);
    // One that only the lists of other programs still have is there for that reader.
    if (isHere !== theirs.tags.has(tag) || (!isHere && style !== "digikam")) continue;
    put(base, tag, isHere);
    put(ours, tag, isHere);
  }
}

/** The rule that is to be kept, written down a second time. */
function expected({ base, ours, theirs }: Game): {
  tags: Set<string>;
  rating: number | "conflict";
} {
  const tags = TAGS.filter((tag) => {
    const [inBase, inOurs, inTheirs] = [base, ours, theirs].map((side) => side.tags.has(tag));
    return inOurs === inBase ? inTheirs : inOurs;
  });
  let rating: number | "conflict" = "conflict";
  if (ours.rating === theirs.rating || theirs.rating === base.rating) rating = ours.rating;
  else if (ours.rating === base.rating) rating = theirs.rating;
  return { tags: new Set(tags), rating };
}

function put({ tags }: Side, tag: string, isGiven: boolean): void {
  if (isGiven) tags.add(tag);
  else tags.delete(tag);
}

function pick<T>(random: () => number, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)]!;
}
