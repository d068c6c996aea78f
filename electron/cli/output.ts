/** The command's one JSON document. Waits until it is out: a pipe that is full must not lose its end. */
export function printJson(value: unknown): Promise<void> {
  return print(`${JSON.stringify(value, undefined, 2)}\n`);
}

/** One line of a stream of JSON documents. */
export function printJsonLine(value: unknown): Promise<void> {
  return print(`${JSON.stringify(value)}\n`);
}

export function printLine(line: string): Promise<void> {
  return print(`${line}\n`);
}

/** For people, beside the results: progress and hints. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`);
}

function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
