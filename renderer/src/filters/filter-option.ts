/** A value that a filter can be set to. */
export interface FilterOption {
  /** As the language has it. */
  readonly value: string;
  readonly label: string;
  /** Photos that it would leave; undefined where that is not known. */
  readonly count: number | undefined;
  readonly isChosen: boolean;
}
