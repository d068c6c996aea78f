/**
 * @file `npm run bench [-- NAME…]`: runs the benchmarks of this folder, all or those named. Each prints ratios
 * against a bound or a peer measured in the same run; the last figures are in README.md beside this file.
 */
import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import path from "node:path";

const folder = import.meta.dirname;
const all = globSync("*/*.bench.ts", { cwd: folder }).sort();
const wanted = process.argv.slice(2);
const chosen =
  wanted.length === 0 ? all : all.filter((file) => wanted.some((name) => file.includes(name)));
if (chosen.length === 0) {
  process.stderr.write(`expected one of ${all.join(", ")} but got ${wanted.join(" ")}\n`);
  process.exit(2);
}
for (const file of chosen) {
  process.stdout.write(`\n# ${file}\n`);
  const { status } = spawnSync(process.execPath, [path.join(folder, file)], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
