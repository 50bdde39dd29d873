/** "1 page", "2 pages". */
export function countPages(pages: number): string {
  return pages === 1 ? '1 page' : `${pages} pages`
}
