/**
 * Something in a note that a patient may misread or not understand. It is told, and it forbids nothing.
 * `found` is what stands in the note from `start` to `end`, in UTF-16 units; `suggestion` is a sentence for the clinician.
 */
export type NoteWarning = {
  readonly kind: 'error-prone' | 'unexplained-term' | 'long-sentence' | 'long-word'
  readonly found: string
  readonly start: number
  readonly end: number
  readonly suggestion: string
}
