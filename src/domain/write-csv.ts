/** What makes a spreadsheet take a cell for a formula (OWASP, CSV injection); the wide ones do where Chinese is typed. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/u

function writeCell(text: string): string {
  const guarded = formulaStart.test(text) ? `'${text}` : text
  return /[",\r\n]/u.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

/** Rows as CSV (RFC 4180). A cell that a spreadsheet would run as a formula gets a quote before it, and is text. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('')
}
