/**
 * @file Checks one catalog in a process of its own, because SQLite looks at every page and answers nothing meanwhile.
 * Arguments: the file, and how deep. Prints JSON: `{ "damage": string | null }`.
 */
import { setPriority } from "node:os";
import { findDamage, type CheckDepth } from "./check-catalog.ts";

const LOWEST_PRIORITY = 19;

setPriority(LOWEST_PRIORITY);
const [file, depth] = process.argv.slice(2);
const damage = findDamage(file!, depth as CheckDepth);
process.stdout.write(JSON.stringify({ damage: damage ?? null }));
