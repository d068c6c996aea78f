/**
 * @file WordNet 3.0's nouns, from the files of Debian's package wordnet-base. Formats: wndb(5), cntlist(5WN).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A set of words that mean the same. */
export interface Synset {
  /** As people write them, the usual one first. */
  readonly words: readonly string[];
  /** What it is a kind (`@`) or an instance (`@i`) of. */
  readonly parents: readonly string[];
  readonly gloss: string;
}

export interface WordNet {
  /** By WordNet id, such as "n02084071". */
  readonly synsets: ReadonlyMap<string, Synset>;
  /** A word, lower case → its senses, those that are meant most often first. */
  readonly senses: ReadonlyMap<string, readonly string[]>;
  /** Irregular plurals, each with its singular. */
  readonly plurals: readonly (readonly [string, string])[];
  /** How often the texts in which WordNet's authors marked senses use this one by the word, at least 0. */
  useOf(word: string, synset: string): number;
}

export function readWordNet(folder: string): WordNet {
  const lines = (name: string) => readFileSync(join(folder, name), "latin1").split("\n");
  const senses = readSenses(lines("index.noun"));
  const uses = readUses(lines("cntlist.rev"));
  return {
    synsets: readSynsets(lines("data.noun")),
    senses,
    plurals: lines("noun.exc").flatMap((line) => {
      const [plural, singular] = line.split(" ").map(toText);
      return plural && singular ? [[plural, singular] as const] : [];
    }),
    useOf: (word, synset) =>
      uses.get(`${word}#${(senses.get(word) ?? []).indexOf(synset) + 1}`) ?? 0,
  };
}

function readSynsets(lines: readonly string[]): Map<string, Synset> {
  const synsets = lines.filter((line) => /^\d{8} /.test(line));
  return new Map(synsets.map((line) => [`n${line.slice(0, 8)}`, readSynset(line)]));
}

function readSynset(line: string): Synset {
  const [data = "", gloss = ""] = line.split(" | ");
  const fields = data.split(" ");
  const count = Number.parseInt(fields[3]!, 16);
  const words = Array.from({ length: count }, (_, index) => toText(fields[4 + 2 * index]!));
  const pointers = [...data.matchAll(/ @i? (\d{8}) n 0000/g)];
  return {
    words,
    parents: pointers.map((match) => `n${match[1]!}`),
    gloss: gloss.split('; "')[0]!.trim(),
  };
}

function readSenses(lines: readonly string[]): Map<string, string[]> {
  return new Map(
    lines.map((line) => [
      toText(line.split(" ", 1)[0]!),
      [...line.matchAll(/ (\d{8})(?= |$)/g)].map((match) => `n${match[1]!}`),
    ]),
  );
}

/** Lines such as `dog%1:05:00:: 1 42`; 1 after the percent sign is a noun. */
function readUses(lines: readonly string[]): Map<string, number> {
  return new Map(
    lines.flatMap((line) => {
      const [key = "", sense, count] = line.split(" ");
      const [word = "", rest = ""] = key.split("%");
      return rest.startsWith("1:") ? [[`${toText(word)}#${sense}`, Number(count)] as const] : [];
    }),
  );
}

function toText(word: string): string {
  return word.replaceAll("_", " ");
}
