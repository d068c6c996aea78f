/**
 * @file Makes native-models/imagenet/families.json from WordNet 3.0: which classes are a dog, a car, a fruit.
 * `node build/generate-families.ts [FOLDER]`, with the folder of WordNet's data.noun, index.noun and noun.exc
 * (Debian's package wordnet-base; formats in wndb(5)). The result is in the repository: WordNet is not needed to build.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inProject } from "./project.ts";

const LABEL_FILES = ["imagenet", "starter"].map((name) =>
  inProject("native-models", name, "labels.json"),
);
const RESULT = inProject("native-models", "imagenet", "families.json");

/** What holds more than this share of all classes ("object", "whole", "entity") tells nobody anything. */
const TOO_WIDE = 0.6;

interface Families {
  /** A word, lower case, in its first noun sense that has classes → that sense's WordNet id. */
  readonly words: Record<string, string>;
  /** A WordNet id → the classes at or below it, each once. */
  readonly classes: Record<string, string[]>;
}

if (import.meta.main) {
  const families = generate(process.argv[2] ?? "/usr/share/wordnet");
  writeFileSync(RESULT, toText(families));
  const [words, synsets] = [
    Object.keys(families.words).length,
    Object.keys(families.classes).length,
  ];
  process.stdout.write(`${words} words for ${synsets} families: ${RESULT}\n`);
}

function generate(folder: string): Families {
  const lines = (name: string) => readFileSync(join(folder, name), "latin1").split("\n");
  const parents = readParents(lines("data.noun"));
  const all = new Set(LABEL_FILES.flatMap(readWnids));
  const members = new Map<string, Set<string>>();
  for (const wnid of all) {
    for (const ancestor of atOrAbove(wnid, parents)) {
      members.set(ancestor, (members.get(ancestor) ?? new Set()).add(wnid));
    }
  }
  const kept = [...members].filter(([, classes]) => classes.size <= all.size * TOO_WIDE).sort();
  const classes = Object.fromEntries(kept.map(([id, wnids]) => [id, [...wnids].sort()]));
  const words = readWords(lines("index.noun"), classes);
  for (const line of lines("noun.exc")) {
    const [plural, singular] = line.replaceAll("_", " ").split(" ");
    if (plural && singular && singular in words) words[plural] ??= words[singular]!;
  }
  return { words, classes };
}

function readWnids(file: string): string[] {
  return (JSON.parse(readFileSync(file, "utf8")) as { wnid: string }[]).map(({ wnid }) => wnid);
}

/** Synset → the synsets that it is a kind (`@`) or an instance (`@i`) of. */
function readParents(lines: readonly string[]): Map<string, string[]> {
  const synsets = lines.filter((line) => /^\d{8} /.test(line));
  return new Map(
    synsets.map((line) => {
      const pointers = [...line.split(" | ")[0]!.matchAll(/ @i? (\d{8}) n 0000/g)];
      return [`n${line.slice(0, 8)}`, pointers.map((match) => `n${match[1]!}`)];
    }),
  );
}

function atOrAbove(synset: string, parents: ReadonlyMap<string, string[]>): Set<string> {
  const found = new Set([synset]);
  for (const each of found) for (const parent of parents.get(each) ?? []) found.add(parent);
  return found;
}

/** Senses stand in the order of how often they are meant. */
function readWords(
  lines: readonly string[],
  classes: Record<string, unknown>,
): Record<string, string> {
  const words: Record<string, string> = {};
  for (const line of lines) {
    const senses = [...line.matchAll(/ (\d{8})(?= |$)/g)].map((match) => `n${match[1]!}`);
    const meant = senses.find((synset) => synset in classes);
    if (meant) words[line.split(" ", 1)[0]!.replaceAll("_", " ")] = meant;
  }
  return words;
}

/** A line for each entry, so that a change shows as what it is. */
function toText({ words, classes }: Families): string {
  const entries = (some: Record<string, unknown>) =>
    Object.entries(some)
      .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(",\n");
  return `{\n"words": {\n${entries(words)}\n},\n"classes": {\n${entries(classes)}\n}\n}\n`;
}
