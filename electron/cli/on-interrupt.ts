/** Calls `act` at the first Ctrl-C, until disposed; a second one ends the process as it would anyway. */
export function onInterrupt(act: () => void): Disposable {
  process.once("SIGINT", act);
  process.once("SIGTERM", act);
  return {
    [Symbol.dispose]() {
      process.off("SIGINT", act);
      process.off("SIGTERM", act);
    },
  };
}
