/** More than a batch runs and the next one fills; what is left longer is decoded again. */
const CAPACITY = 64;

/** Model inputs between a render and its inference, oldest first. */
export class TensorShelf {
  readonly #tensors = new Map<number, Float32Array<ArrayBuffer>>();

  put(id: number, tensor: Float32Array<ArrayBuffer>): void {
    this.#tensors.set(id, tensor);
    if (this.#tensors.size <= CAPACITY) return;
    for (const oldest of this.#tensors.keys()) {
      this.#tensors.delete(oldest);
      return;
    }
  }

  /** Once; undefined when it is not there. */
  take(id: number): Float32Array<ArrayBuffer> | undefined {
    const tensor = this.#tensors.get(id);
    this.#tensors.delete(id);
    return tensor;
  }
}
