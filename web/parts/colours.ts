// The colours a project may have, by name. Each stands out by 3 to 1 or more against what lists lie on in the light and in the
// dark theme (WCAG 2.2, 1.4.11), so none of them depends on who looks at it where.
export const palette = [
  { name: 'red', colour: '#d6333a' },
  { name: 'rust', colour: '#c4590d' },
  { name: 'ochre', colour: '#9a7209' },
  { name: 'olive', colour: '#6e7f14' },
  { name: 'green', colour: '#2f8f46' },
  { name: 'teal', colour: '#0c8a7c' },
  { name: 'sea', colour: '#0a86a8' },
  { name: 'blue', colour: '#2f7bd9' },
  { name: 'violet', colour: '#9a52d6' },
  { name: 'magenta', colour: '#c43d97' },
  { name: 'brown', colour: '#96683f' },
  { name: 'grey', colour: '#76777d' },
] as const

/** The colour that the fewest of these projects have; among equals the first of the palette. */
export function rarest(projects: Iterable<{ colour: string }>): string {
  const uses = new Map<string, number>(palette.map(({ colour }) => [colour, 0]))
  for (const { colour } of projects) uses.set(colour, (uses.get(colour) ?? 0) + 1)
  const [first = palette[0]] = palette.toSorted(
    (one, other) => (uses.get(one.colour) ?? 0) - (uses.get(other.colour) ?? 0),
  )
  return first.colour
}
