/** The engine's major version of Node: what it is tested on, and what the packages with native code are built for. */
const REQUIRED_MAJOR = 24;

/** Ends the process with a sentence when it runs on another Node than it was made for. */
export function assertNodeVersion(): void {
  const major = Number(process.versions.node.split(".")[0]);
  if (major >= REQUIRED_MAJOR) return;
  process.stderr.write(
    `expected Node ${REQUIRED_MAJOR} or newer but got ${process.versions.node}; run it through npm, which finds the one in node_modules\n`,
  );
  process.exit(1);
}
