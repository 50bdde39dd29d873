// The package ships no types.
declare module 'linebreak' {
  /** Where a line may end: `position` in UTF-16 units; `required` after a line break in the text. */
  export type Break = { readonly position: number; readonly required?: boolean }
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): Break | null
  }
}
