/** A sentence of the content: what stands between `**` is strong, and what a sheet fills in is shown as an ellipsis. */
export function RichText({ text }: { readonly text: string }) {
  const parts = text.replaceAll(/\{\w+\}/gu, '…').split('**')
  return parts.map((part, index) =>
    // The parts of a sentence never change their places.
    // oxlint-disable-next-line react/no-array-index-key
    index % 2 === 1 ? <strong key={index}>{part}</strong> : part,
  )
}
