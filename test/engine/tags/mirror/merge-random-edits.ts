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
interface Side extends Singles {
  readonly tags: Set<string>;
}

interface Singles {
  rating: number;
  colour: string | null;
  flag: string | null;
}

const COLOURS = ["red", "yellow", "green", "blue", "purple"];
const FLAGS = ["pick", "reject"] as const;

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
    photo.enter("colour_label", "red");
    photo.enter("flag", "pick");
    await photo.mirror();
    const start = () => ({ tags: new Set(["ferry"]), rating: 3, colour: "red", flag: "pick" });
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

  const { tags, singles, conflicts } = expected(game);
  const said = await other.say();
  expect([...photo.tags()].sort(), note).toEqual([...tags].sort());
  expect(said.hierarchy, note).toEqual([...tags].sort());
  expect(said.tagsList, note).toEqual([...tags].sort());
  expect(said.note, note).toBe(note);
  const ours = { rating: photo.rating(), ...photo.labels() };
  expect(ours, note).toEqual(singles.ours);
  expect(said.rating, note).toBe(singles.theirs.rating);
  // Every program reads the same, unless both sides differ.
  if (!conflicts.includes("colour"))
    expect(new Set([said.label, said.colorLabel, said.colorlabels ?? said.label]), note).toEqual(
      new Set([ours.colour]),
    );
  if (!conflicts.includes("flag"))
    expect([said.pick, said.pickLabel], note).toEqual([ours.flag, ours.flag]);
  expect(outcome === "conflict", note).toBe(conflicts.length > 0);
  if (conflicts.length === 0) expect((await photo.mirror()).outcome, note).toBe("in-sync");
  game.base = { tags: new Set(tags), ...singles.base };
  game.ours = { tags: new Set(tags), ...singles.ours };
  game.theirs = { tags: new Set(tags), ...singles.theirs };
  return conflicts.length > 0;
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
  if (random() < 0.4) {
    await label(game, style, isTheirs);
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

/**
 * Another program never takes a label away here: what that means is a matter of its own (see label-fields.test.ts). Where a conflict is open the
 * properties differ already, and nobody could tell which program spoke last: then it is one that knows all of them.
 */
async function label(game: Game, style: Style, isTheirs: boolean): Promise<void> {
  const { photo, other, random, base, ours, theirs } = game;
  const [colour, flag] = [pick(random, COLOURS), pick(random, FLAGS)];
  if (style === "flat" || random() < 0.5) {
    const styles = theirs.colour === base.colour ? [style] : (["digikam", "flat"] as const);
    (isTheirs ? theirs : ours).colour = colour;
    if (isTheirs) for (const one of styles) await other.colour(one, colour);
    else photo.enter("colour_label", colour);
    return;
  }
  const isNone = !isTheirs && random() < 0.3;
  const styles = theirs.flag === base.flag ? [style] : (["digikam", "lightroom"] as const);
  (isTheirs ? theirs : ours).flag = isNone ? null : flag;
  if (isTheirs) for (const one of styles) await other.flag(one, flag);
  else photo.enter("flag", isNone ? "none" : flag);
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
function expected({ base, ours, theirs }: Game) {
  const tags = TAGS.filter((tag) => {
    const [inBase, inOurs, inTheirs] = [base, ours, theirs].map((side) => side.tags.has(tag));
    return inOurs === inBase ? inTheirs : inOurs;
  });
  const singles = { base: singlesOf(base), ours: singlesOf(ours), theirs: singlesOf(theirs) };
  const conflicts = (["rating", "colour", "flag"] as const).filter((field) => {
    const isOurs = ours[field] !== base[field];
    const isTheirs = theirs[field] !== base[field];
    if (isOurs && isTheirs && ours[field] !== theirs[field]) return true;
    const held = isTheirs ? theirs[field] : ours[field];
    for (const side of Object.values(singles)) Object.assign(side, { [field]: held });
    return false;
  });
  return { tags: new Set(tags), singles, conflicts };
}

function singlesOf({ rating, colour, flag }: Side): Singles {
  return { rating, colour, flag };
}

function put({ tags }: Side, tag: string, isGiven: boolean): void {
  if (isGiven) tags.add(tag);
  else tags.delete(tag);
}

function pick<T>(random: () => number, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)]!;
}
