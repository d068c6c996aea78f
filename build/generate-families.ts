/**
 * @file Makes native-models/imagenet/wordnet.json from WordNet 3.0: which classes are a dog, a car, a fruit, and what
 * else each of them is called. `node build/generate-families.ts [FOLDER]`, with the folder of WordNet's files (Debian's
 * package wordnet-base). The result is in the repository: WordNet is not needed to build.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import {
  ALSO_FAMILIES,
  ALSO_KINDS_OF,
  TOP_FAMILIES,
  UNSAID,
  USUAL_WORDS,
} from "./families/curated-words.ts";
import { readWordNet, type WordNet } from "./families/word-net.ts";
import { inProject } from "./project.ts";

const LABEL_FILES = ["imagenet", "starter"].map((name) =>
  inProject("native-models", name, "labels.json"),
);
const RESULT = inProject("native-models", "imagenet", "wordnet.json");

/** What holds more than this share of all classes ("object", "whole", "entity") tells nobody anything. */
const TOO_WIDE = 0.6;

/** So often at least must texts use a word in a sense for it to be a family without being named. */
const COMMON = 3;

interface Entry {
  /** What people call it, the usual word first. */
  readonly words: readonly string[];
  /** What biologists call it. */
  readonly latin?: readonly string[];
  readonly parents: readonly string[];
  /** The nearest family that it is a kind of, and the widest. */
  readonly families?: readonly string[];
  readonly isUnsaid?: true;
  readonly gloss: string;
}

class Generator {
  readonly #wordNet: WordNet;
  readonly #also: ReadonlyMap<string, string>;
  /** WordNet id → the classes at or below it. */
  readonly #members: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #tops: readonly string[];
  readonly #named: ReadonlySet<string>;
  readonly #unsaid: ReadonlySet<string>;
  readonly #usual: ReadonlyMap<string, string>;

  constructor(wordNet: WordNet) {
    this.#wordNet = wordNet;
    this.#also = new Map();
    this.#members = this.#findMembers();
    this.#also = new Map(
      Object.entries(ALSO_KINDS_OF).map(([kind, family]) => [
        this.#first(kind),
        this.#first(family),
      ]),
    );
    this.#members = this.#findMembers();
    this.#tops = this.#list(TOP_FAMILIES);
    this.#named = new Set(this.#list(ALSO_FAMILIES));
    this.#unsaid = new Set(this.#list(UNSAID));
    this.#usual = new Map(splitList(USUAL_WORDS).map((word) => [this.#first(word), word]));
  }

  /** A line for each entry, so that a change shows as what it is. */
  toText(): string {
    const ids = [...this.#members.keys()].sort();
    const parts = {
      also: lines([...this.#also].map(([kind, family]) => [kind, family])),
      plurals: lines(this.#plurals()),
      senses: lines(this.#senses()),
      synsets: lines(ids.map((id) => [id, this.#entry(id)])),
    };
    const texts = Object.entries(parts).map(([name, text]) => `"${name}": {\n${text}\n}`);
    const body = texts.join(",\n");
    // Sums that a library keeps are of one edition.
    const edition = createHash("sha256").update(body).digest("hex").slice(0, 12);
    return `{\n"edition": "${edition}",\n${body}\n}\n`;
  }

  #entry(id: string): Entry {
    const { parents, gloss } = this.#wordNet.synsets.get(id)!;
    const words = this.#wordsOf(id);
    const said = words.filter((word) => !this.#isLatin(word));
    const latin = words.filter((word) => this.#isLatin(word));
    const families = this.#familiesOf(id);
    return {
      words: said.length > 0 ? said : latin,
      ...(said.length > 0 && latin.length > 0 && { latin }),
      parents: parents.filter((parent) => this.#members.has(parent)),
      ...(families.length > 0 && { families }),
      ...(this.#unsaid.has(id) && { isUnsaid: true }),
      gloss,
    };
  }

  #familiesOf(id: string): string[] {
    const above = this.#atOrAbove(id).slice(1);
    const top = this.#tops.find((family) => above.includes(family));
    const nearest = above.find((each) => !this.#tops.includes(each) && this.#isFamily(each));
    return [nearest, top].filter((family) => family !== undefined);
  }

  /** By its first word it can be asked for, and people do. */
  #isFamily(id: string): boolean {
    if (!this.#members.has(id) || this.#unsaid.has(id)) return false;
    const words = this.#wordsOf(id).map((word) => word.toLowerCase());
    if (this.#sensesOf(words[0]!)[0] !== id) return false;
    const isNamed = this.#named.has(id) || this.#tops.includes(id);
    return isNamed || words.some((word) => this.#wordNet.useOf(word, id) >= COMMON);
  }

  /** The usual one first. */
  #wordsOf(id: string): string[] {
    const { words } = this.#wordNet.synsets.get(id)!;
    const usual = this.#usual.get(id);
    return usual === undefined ? [...words] : [...new Set([usual, ...words])];
  }

  /** A binomial, such as "Canis familiaris": its first word is a genus of WordNet's own. */
  #isLatin(word: string): boolean {
    const [genus, ...rest] = word.split(" ");
    return rest.length > 0 && this.#wordNet.senses.has(`genus ${genus!.toLowerCase()}`);
  }

  /** Words that mean several things that have classes. */
  #senses(): [string, string[]][] {
    return [...this.#wordNet.senses.keys()]
      .map((word): [string, string[]] => [word, this.#sensesOf(word)])
      .filter(([, senses]) => senses.length > 1);
  }

  #plurals(): [string, string][] {
    const known = new Set(
      [...this.#members.keys()].flatMap((id) =>
        this.#wordNet.synsets.get(id)!.words.map((word) => word.toLowerCase().split(" ").at(-1)!),
      ),
    );
    return this.#wordNet.plurals
      .filter(([plural, singular]) => known.has(singular) && plural !== singular)
      .map(([plural, singular]) => [plural, singular]);
  }

  #list(words: string): string[] {
    return splitList(words).map((word) => this.#first(word));
  }

  #first(word: string): string {
    const [sense] = this.#sensesOf(word);
    if (!sense) throw new Error(`expected a word that has classes but got ${word}`);
    return sense;
  }

  #sensesOf(word: string): string[] {
    return (this.#wordNet.senses.get(word) ?? []).filter((id) => this.#members.has(id));
  }

  #findMembers(): Map<string, Set<string>> {
    const all = new Set(LABEL_FILES.flatMap(readWnids));
    const members = new Map<string, Set<string>>();
    for (const wnid of all) {
      for (const ancestor of this.#atOrAbove(wnid)) {
        members.set(ancestor, (members.get(ancestor) ?? new Set()).add(wnid));
      }
    }
    return new Map([...members].filter(([, classes]) => classes.size <= all.size * TOO_WIDE));
  }

  /** Itself first, and then the nearer before the farther. */
  #atOrAbove(id: string): string[] {
    const found = new Set([id]);
    for (const each of found) {
      const also = this.#also.get(each);
      const { parents } = this.#wordNet.synsets.get(each)!;
      for (const parent of also === undefined ? parents : [...parents, also]) found.add(parent);
    }
    return [...found];
  }
}

function splitList(words: string): string[] {
  return words.split(",").map((word) => word.trim().replaceAll(/\s+/g, " "));
}

function readWnids(file: string): string[] {
  return (JSON.parse(readFileSync(file, "utf8")) as { wnid: string }[]).map(({ wnid }) => wnid);
}

function lines(entries: readonly (readonly [string, unknown])[]): string {
  return entries
    .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join(",\n");
}

if (import.meta.main) {
  const text = new Generator(readWordNet(process.argv[2] ?? "/usr/share/wordnet")).toText();
  writeFileSync(RESULT, text);
  process.stdout.write(`${(text.length / 1024).toFixed(0)} KiB: ${RESULT}\n`);
}
