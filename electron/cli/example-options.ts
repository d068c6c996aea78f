/**
 * @file The examples of `similar`, read in the order in which they were given: what is said of an example comes
 * after it. Commander tells each option's value, but not where the files stand between them.
 */
import type { Command } from "commander";
import type { Region } from "../contract/similar.ts";
import { regionOf, weightOf } from "./numbers.ts";

export interface GivenExample {
  /** As it was typed. */
  readonly file: string;
  /** Above 0: more like this; below 0: less like this. */
  readonly weight: number;
  readonly region?: Region;
}

export function addExampleOptions(command: Command): Command {
  return command
    .argument("<photo...>", "image files, in the library or not")
    .option("--also <file>", "another photo to be like; repeatable")
    .option("--not <file>", "a photo to be unlike; repeatable")
    .option(
      "--weight <n>",
      "how much the example before it counts, up to 10 (default: 1)",
      weightOf,
    )
    .option(
      "--region <x,y,w,h>",
      "only this part of the example before it, in fractions of the picture from the top left",
      regionOf,
    );
}

/** From the whole command line, which the command has accepted. */
export function readExamples(command: Command, argv: readonly string[]): GivenExample[] {
  const examples: GivenExample[] = [];
  for (const { option, value } of wordsOf(command, argv)) {
    const last = examples.at(-1);
    if (option === undefined || option === "--also") examples.push({ file: value, weight: 1 });
    else if (option === "--not") examples.push({ file: value, weight: -1 });
    else if (!last) continue;
    else if (option === "--weight") {
      examples.splice(-1, 1, { ...last, weight: Math.sign(last.weight) * weightOf(value) });
    } else if (option === "--region") {
      examples.splice(-1, 1, { ...last, region: regionOf(value) });
    }
  }
  return examples;
}

interface Word {
  /** Undefined for a plain argument. */
  readonly option: string | undefined;
  readonly value: string;
}

/** Options that take no value have an empty one. */
function wordsOf(command: Command, argv: readonly string[]): Word[] {
  const rest = argv.slice(argv.indexOf(command.name()) + 1);
  const words: Word[] = [];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === "--") return [...words, ...rest.map((value) => ({ option: undefined, value }))];
    if (!word.startsWith("--")) {
      words.push({ option: undefined, value: word });
      continue;
    }
    const [, name, inline] = /^([^=]+)(?:=([^]*))?$/.exec(word) ?? [];
    const takesValue = command.options.some(({ long, required }) => long === name && required);
    words.push({ option: name, value: inline ?? (takesValue ? (rest.shift() ?? "") : "") });
  }
  return words;
}
