// Tables as text that a spreadsheet opens (RFC 4180), whoever wrote what is in the cells.

export type Separator = ',' | ';'

/** A CSV file: one line per row, the titles first; a byte order mark, by which Excel knows that it is UTF-8. */
export const csvFile = (
  name: string,
  rows: readonly (readonly string[])[],
  separator: Separator = ',',
): File => new File(['\uFEFF', csv(rows, separator)], name, { type: 'text/csv;charset=utf-8' })

/** The lines, each with its end. */
const csv = (rows: readonly (readonly string[])[], separator: Separator): string =>
  rows.map((cells) => `${cells.map((cell) => quoted(cell, separator)).join(separator)}\r\n`).join('')

/**
 * What a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV injection"): a tab or a line's end
 * would hide one, and the wide signs of East Asian keyboards count as their narrow twins.
 */
const defused = (cell: string) => (/^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell)

const quoted = (cell: string, separator: Separator) => {
  const text = defused(cell)
  // In any file, because a spreadsheet may split there too; a comma between digits is that of a decimal.
  return text.includes(separator) || /[";\t\r\n]|,(?!\d)/.test(text)
    ? `"${text.replaceAll('"', '""')}"`
    : text
}
