/**
 * @file Lets the linter's types read components as the TypeScript that they stand for, from the first time on. Without it each component is another
 * text when its turn comes, and the types of all others are worked out again for it: two thirds of the linter's time on components.
 */
import process from "node:process";

process.env.SVELTE_ESLINT_PARSER_EXPERIMENTAL_TS_SYS_HOOK ??= "1";
