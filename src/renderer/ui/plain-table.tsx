import type { ReactNode } from 'react'

type PlainTableProps = {
  readonly className?: string
  /** what stands above each column */
  readonly heads: readonly string[]
  /** the rows */
  readonly children: ReactNode
}

/** A table to read, with a name above each column. */
export function PlainTable({ className = '', heads, children }: PlainTableProps) {
  return (
    <table className={`plain-table ${className}`}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}
