/** The columns of a vector table that hold a vector for each row; a model may lack the means of its stages. */
export const VECTOR_COLUMNS = ["embedding", "stage2", "stage3"] as const;

export type VectorColumn = (typeof VECTOR_COLUMNS)[number];

/** What is asked for by column. */
export type Vectors = Partial<Record<VectorColumn, Float32Array>>;
