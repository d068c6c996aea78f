/**
 * @file What goes into an ONNX graph and what comes out, read from the file itself: the engine's process
 * must know a model's sizes, and must not load the library that runs it.
 *
 * Field numbers: github.com/onnx/onnx, onnx/onnx.proto.
 */

export interface OnnxValue {
  readonly name: string;
  /** A dimension without a fixed size, such as the batch, is undefined. */
  readonly shape: readonly (number | undefined)[];
}

export interface OnnxSignature {
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
}

interface Field {
  readonly number: number;
  /** The bytes of a text or message; empty for a plain number. */
  readonly bytes: Buffer;
  /** Of a plain number. */
  readonly value: number;
}

const MODEL_GRAPH = 7;
const GRAPH_INITIALIZER = 5;
const GRAPH_INPUT = 11;
const GRAPH_OUTPUT = 12;
const TENSOR_NAME = 8;

/** Throws when the bytes are not those of a model. */
export function readOnnxSignature(model: Buffer): OnnxSignature {
  const graph = only(fieldsOf(model), MODEL_GRAPH);
  if (!graph) throw new Error("no graph");
  const fields = [...fieldsOf(graph)];
  const initialized = new Set(
    fields
      .filter(({ number }) => number === GRAPH_INITIALIZER)
      .map(({ bytes }) => only(fieldsOf(bytes), TENSOR_NAME)?.toString("utf8")),
  );
  return {
    // Older files list their weights among the inputs.
    inputs: valuesOf(fields, GRAPH_INPUT).filter(({ name }) => !initialized.has(name)),
    outputs: valuesOf(fields, GRAPH_OUTPUT),
  };
}

function valuesOf(fields: readonly Field[], number: number): OnnxValue[] {
  return fields.filter((field) => field.number === number).map(({ bytes }) => toValue(bytes));
}

function toValue(info: Buffer): OnnxValue {
  const name = only(fieldsOf(info), 1)?.toString("utf8") ?? "";
  const type = only(fieldsOf(info), 2);
  const tensor = type && only(fieldsOf(type), 1);
  const shape = tensor && only(fieldsOf(tensor), 2);
  const dimensions = shape ? [...fieldsOf(shape)].filter((field) => field.number === 1) : [];
  return { name, shape: dimensions.map(({ bytes }) => toSize(bytes)) };
}

function toSize(dimension: Buffer): number | undefined {
  return [...fieldsOf(dimension)].find((field) => field.number === 1)?.value;
}

function only(fields: Iterable<Field>, number: number): Buffer | undefined {
  for (const field of fields) if (field.number === number) return field.bytes;
  return undefined;
}

/** Protocol buffers: a key, then a number or a length and that many bytes; nothing is copied. */
function* fieldsOf(message: Buffer): Generator<Field> {
  let at = 0;
  function readNumber(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = message[at++];
      if (byte === undefined) throw new Error("cut off");
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  }
  while (at < message.length) {
    const key = readNumber();
    const number = Math.floor(key / 8);
    const kind = key % 8;
    if (kind === 0) {
      yield { number, bytes: message.subarray(0, 0), value: readNumber() };
      continue;
    }
    const length = kind === 2 ? readNumber() : kind === 5 ? 4 : kind === 1 ? 8 : undefined;
    if (length === undefined || at + length > message.length) throw new Error("cut off");
    yield { number, bytes: message.subarray(at, at + length), value: 0 };
    at += length;
  }
}
