type SourceListProps = { readonly citations: readonly string[] }

/** What the sheet rests on, in full: the sheet itself names only the publishers. */
export function SourceList({ citations }: SourceListProps) {
  return (
    <details className="plan">
      <summary>For you, not printed: the sources in full</summary>
      <ul>
        {citations.map((citation) => (
          <li key={citation}>{citation}</li>
        ))}
      </ul>
    </details>
  )
}
