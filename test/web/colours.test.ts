// Whoever looks, in the sun or at night, tells a project's dot from what it lies on.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { palette, rarest } from '../../web/parts/colours.ts'
import { english } from '../../web/messages/english.ts'

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const tokens = readFileSync(new URL('../../web/style/tokens.css', import.meta.url), 'utf8')
const grounds = ['paper', 'surface', 'sunken'].flatMap((name) =>
  [...tokens.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6});`, 'g'))].map(([, colour = '']) => colour),
)

describe('a project’s colour', () => {
  it('stands out from all that lists lie on, light and dark', () => {
    expect(grounds).toHaveLength(6)
    for (const { name, colour } of palette) {
      const least = Math.min(...grounds.map((ground) => contrast(colour, ground)))
      expect({ name, least }).toEqual({ name, least: expect.toSatisfy((ratio: number) => ratio >= 3) })
    }
  })

  it('has a name of its own', () => {
    const named = palette.map(({ name }) => english.projects.colours[name])
    expect(new Set(named).size).toBe(palette.length)
    expect(new Set(palette.map(({ colour }) => colour)).size).toBe(palette.length)
  })

  it('is, for Root’s next project, one that few others have', () => {
    const [first, second] = palette
    expect(rarest([])).toBe(first.colour)
    expect(rarest([first])).toBe(second.colour)
    expect(rarest([...palette, first, { colour: '#0f766e' }])).toBe(second.colour)
  })
})
