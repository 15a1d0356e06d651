// What may stand in a note and in a name, and what a form makes of what was pasted into it.
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { legible, legibleLine, Line, Note, Remark } from '#domain/text.ts'

/** Everything that Unicode calls a control character. */
const controls = Array.from({ length: 0xa0 }, (_, code) => String.fromCodePoint(code)).filter((text) =>
  /\p{Cc}/u.test(text),
)
const spaces = new Set(['\t', '\n', '\r'])

describe('a control character', () => {
  it('stands in no note and no remark, unless it is a tab or ends a line', () => {
    const allowed = controls.filter((control) => v.is(Note, `a${control}b`))
    expect(new Set(allowed)).toEqual(spaces)
    expect(controls.filter((control) => v.is(Remark, `a${control}b`))).toEqual(allowed)
  })

  it('stands in no name', () => {
    expect(controls.filter((control) => v.is(Line(20), `a${control}b`))).toEqual([])
  })

  it('is named as what is wrong', () => {
    for (const schema of [Note, Line(20)]) {
      const { issues } = v.safeParse(schema, 'a\u0001b')
      expect(issues?.map(({ message }) => message)).toEqual([expect.stringContaining('control characters')])
    }
  })

  it('that was pasted goes, and nothing else of what Ada typed', () => {
    const typed = ' Pump “2”\t3 m²\r\n👷 '
    for (const control of controls.filter((each) => !spaces.has(each))) {
      expect(legible(`${control}${typed}${control}`)).toBe(typed)
    }
  })
})

it('a name pasted from a table becomes one line', () => {
  expect(legibleLine('Harbour\t\r\nbridge\u0001')).toBe('Harbour bridge')
  expect(v.is(Line(20), legibleLine('Harbour\tbridge'))).toBe(true)
})
