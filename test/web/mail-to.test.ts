// The letter that Grace begins to those whose week is missing.
import { expect, it } from 'vitest'
import { mailTo } from '../../web/parts/mail-to.ts'

it.each([
  ['one by name', ['ada@abc.example'], 'Week 46', 'mailto:ada@abc.example?subject=Week%2046'],
  [
    'several of whom none learns of the others',
    ['ada@abc.example', 'lin@abc.example'],
    'Week 46, 9 – 15 Nov',
    'mailto:?bcc=ada@abc.example,lin@abc.example&subject=Week%2046%2C%209%20%E2%80%93%2015%20Nov',
  ],
  [
    'nobody whom an address smuggles in',
    ['a?bcc=m@x.example'],
    'W',
    'mailto:a%3Fbcc%3Dm@x.example?subject=W',
  ],
])('is to %s', (_, addresses, subject, link) => {
  expect(mailTo(addresses, subject)).toBe(link)
})
