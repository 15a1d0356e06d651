// Dates and times in the chosen language, and in the manner of the device where it speaks that language.
import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'

afterEach(() => vi.unstubAllGlobals())

/** The module as a page has it that starts on such a device. */
async function datesOn(languages: string[], chosen: string | null = null) {
  vi.stubGlobal('navigator', { languages })
  vi.stubGlobal('location', { origin: 'https://timesheets.abc.example' })
  vi.stubGlobal('localStorage', { getItem: () => chosen })
  vi.resetModules()
  return import('../../web/dates.ts')
}

describe('Ada reads dates', () => {
  it.each([
    ['on a British phone', ['en-GB'], null, 'Saturday 21 November', '16–22 November 2026'],
    ['on an American phone', ['en-US'], null, 'Saturday, November 21', 'November 16–22, 2026'],
    ['on a German phone', ['de-DE'], null, 'Samstag, 21. November', '16.–22. November 2026'],
    ['in German on a British phone', ['en-GB'], 'de', 'Samstag, 21. November', '16.–22. November 2026'],
    ['on a French phone', ['fr-FR'], null, 'Saturday 21 November', '16–22 November 2026'],
  ])('%s', async (_, languages, chosen, day, week) => {
    const { longDay, span } = await datesOn(languages, chosen)
    expect(longDay('2026-11-21')).toBe(day)
    // How wide the spaces around a dash are differs between versions of ICU.
    expect(span('2026-11-16', '2026-11-22').replaceAll(/\s*–\s*/g, '–')).toBe(week)
  })

  it('looks names up in the order of her texts, whatever else her phone speaks', async () => {
    await datesOn(['sv-SE'])
    const { compareNames } = await import('../../web/locale.ts')
    // In Swedish the Ö comes after the Z.
    expect(['Zorn', 'Ödman', 'Olsen'].toSorted(compareNames)).toEqual(['Ödman', 'Olsen', 'Zorn'])
    expect(['Ada', null].toSorted(compareNames)).toEqual([null, 'Ada'])
  })

  it('keeps the manner of her device beside another language of it', async () => {
    const { longDay } = await datesOn(['de-CH', 'en-US'], 'en')
    expect(longDay('2026-11-21')).toBe('Saturday, November 21')
  })

  it('says the month as Austria does on an Austrian phone', async () => {
    const { longDay } = await datesOn(['de-AT'])
    expect(longDay('2026-01-05')).toBe('Montag, 5. Jänner')
  })
})

describe('Ada reads when something happened', () => {
  const now = Date.parse('2026-11-21T09:41:00Z')
  it.each([
    ['en-GB', '2026-11-21T09:40:30Z', 'just now'],
    ['de-DE', '2026-11-21T09:40:30Z', 'gerade eben'],
    ['en-GB', '2026-11-21T07:05:00Z', /^today at \d?\d:05$/],
    ['de-DE', '2026-11-21T07:05:00Z', /^heute um \d?\d:05$/],
    ['de-DE', '2026-11-19T07:05:00Z', /^Do\., 19\. Nov\. um \d?\d:05$/],
  ])('%s: %s is %s', async (language, instant, words) => {
    const { moment } = await datesOn([language])
    expect(moment(instant, now, 'UTC')).toMatch(words)
  })
})
