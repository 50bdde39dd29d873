/**
 * A name as it is compared: without capitals, accents and the width of its letters, for "Méthotrexate", "tacrólimus" and
 * "ＷＡＲＦＡＲＩＮ" are the same medicines as without (Unicode NFKD).
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
}
