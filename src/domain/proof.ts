import type { Language } from './ids.ts'

/** One text as a reviewer reads it. */
export type ProofRow = {
  /** where it stands, such as "items.rest-well" */
  readonly place: string
  readonly english: string
  /** absent in the proof of the English itself */
  readonly translation?: string
  /** who reads it, of which kind it is, when it prints */
  readonly flags: readonly string[]
  /** the ids of what it rests on; what they stand for is the last section of the topic */
  readonly sources: readonly string[]
}
export type ProofSection = { readonly heading: string; readonly rows: readonly ProofRow[] }

/** All words of one language beside their English, for a clinician to read and sign. */
export type Proof = {
  readonly language: Language
  readonly title: string
  /** what this is a proof of, and whether it is older than the English */
  readonly about: readonly string[]
  readonly sections: readonly ProofSection[]
  /** what a signature stands for, then the lines to fill in */
  readonly signing: { readonly statement: string; readonly lines: readonly string[] }
}
