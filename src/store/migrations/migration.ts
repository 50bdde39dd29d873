/** One step of a schema. Numbered in tens; once released it is never edited, a later one mends it. */
export type Migration = { readonly version: number; readonly sql: string }
