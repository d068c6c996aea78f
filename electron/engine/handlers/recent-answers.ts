/** The last answers of a question that takes a while, by key. What failed is asked again. */
export class RecentAnswers<T> {
  readonly #most: number;
  readonly #answers = new Map<string, Promise<T>>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string, ask: () => Promise<T>): Promise<T> {
    const answer = this.#answers.get(key) ?? ask();
    answer.catch(() => this.#answers.delete(key));
    // Asked for last, it goes last.
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    if (this.#answers.size > this.#most) this.#answers.delete([...this.#answers.keys()][0]!);
    return answer;
  }
}
