// Every language says everything, in its own words and with its own plurals; and each device hears the right one.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { chooseLanguage, chosenLanguage } from '../../web/language.ts'
import { inLanguage, languages } from '../../web/messages.ts'
import { english, type Messages } from '../../web/messages/english.ts'
import { german } from '../../web/messages/german.ts'
import { Refusal } from '../../worker/domain/problem.ts'

afterEach(() => vi.unstubAllGlobals())

type Said = string | ((...given: unknown[]) => unknown)

/** Every text by its path, `week.name`. */
function said(part: object, path = ''): [string, Said][] {
  return Object.entries(part).flatMap(([key, value]): [string, Said][] =>
    typeof value === 'object' && value !== null
      ? said(value, `${path}${key}.`)
      : [[`${path}${key}`, value as Said]],
  )
}

const pathsOf = (texts: Messages) => said(texts).map(([path]) => path)

// This one takes neither a number nor any words but a refusal, and has a test of its own.
const filling = (texts: Messages) => said(texts).filter(([path]) => path !== 'refused')

/** A text with `given` for each of its gaps. */
const filled = (text: Said, given: unknown) =>
  typeof text === 'string' ? text : text(...Array.from({ length: text.length }, () => given))

const particulars = {
  name: 'Harbour bridge',
  minutes: 60,
  others: 1400,
  date: '2026-11-21',
  start: '2026-11-21T09:15+01:00',
  end: '2026-11-21T10:45+01:00',
  week: '2026-W47',
  status: 'returned',
  email: 'ada@abc.example',
  issues: [{ path: '', reason: 'too odd' }],
}
/** One refusal of each kind. */
const refusals = Refusal.options.map(
  ({ entries }) => ({ ...particulars, code: entries.code.literal }) as Refusal,
)
const refused = (texts: Messages, refusal: Refusal) =>
  texts.refused(
    refusal,
    (minutes) => `${minutes} min`,
    (date) => date,
  )

/** What German says as English does, on purpose. */
const alike = [
  'account.app',
  'account.version',
  'form.reading',
  'indicator.offline',
  'pageTitle',
  'product',
  'reports.bys.person',
  'timer.title',
]

describe.each(languages.map((texts) => [texts.languageName, texts] as const))('%s', (_, texts) => {
  it('says what English says, and no more', () => {
    expect(pathsOf(texts).toSorted()).toEqual(pathsOf(english).toSorted())
  })

  it('says something everywhere', () => {
    const empty = said(texts).filter(([, text]) => typeof text === 'string' && text.trim() === '')
    expect(empty).toEqual([])
  })

  it('leaves nothing out that it is told', () => {
    const deaf = filling(texts).flatMap(([path, text]) => {
      if (typeof text === 'string') return []
      const ones: unknown[] = Array.from({ length: text.length }, () => 1)
      const isHeard = (_: unknown, place: number) => text(...ones) !== text(...ones.with(place, 2))
      return ones.every(isHeard) ? [] : [path]
    })
    expect(deaf).toEqual([])
  })

  it('has words for every refusal', () => {
    const words = refusals.map((refusal) => refused(texts, refusal))
    expect(new Set(words).size).toBe(refusals.length)
    for (const each of words) expect(each).toMatch(/\.$/)
  })

  it('is a language that dates can be written in', () => {
    expect(Intl.DateTimeFormat.supportedLocalesOf([texts.locale])).toEqual([texts.locale])
    expect(texts.locale.split('-')[0]).toBe(texts.language)
  })
})

describe('German', () => {
  const englishTexts = new Map(filling(english))

  it('is no English that was forgotten', () => {
    const same = filling(german).filter(
      ([path, text]) => filled(text, 2) === filled(englishTexts.get(path) ?? '', 2),
    )
    expect(same.map(([path]) => path).toSorted()).toEqual(alike)
    for (const refusal of refusals) expect(refused(german, refusal)).not.toBe(refused(english, refusal))
  })

  it('counts entries, verbs and pronouns', () => {
    expect(german.banner.waiting(1, '7:30')).toBe('1 Eintrag (7:30 Std.) wartet sicher auf diesem Gerät.')
    expect(german.banner.waiting(2, '9:00')).toBe('2 Einträge (9:00 Std.) warten sicher auf diesem Gerät.')
    expect(german.account.signOutWaiting(1)).toMatch(/^1 Eintrag ist .* Er bleibt .* wird /)
    expect(german.account.signOutWaiting(2)).toMatch(/^2 Einträge sind .* Sie bleiben .* werden /)
  })
})

describe('English', () => {
  it('counts entries and verbs', () => {
    expect(english.banner.waiting(1, '7:30')).toBe('1 entry (7:30 h) waits safely on this device.')
    expect(english.banner.waiting(2, '9:00')).toBe('2 entries (9:00 h) wait safely on this device.')
    expect(english.form.noteLeft(1)).toBe('1 character left')
    expect(english.form.noteLeft(-2)).toBe('2 characters too many')
  })
})

describe('Ada opens the app', () => {
  it.each([
    ['in the language of an Austrian device', null, ['de-AT', 'en'], 'de'],
    ['in the first of the device’s languages that there is', null, ['fr-FR', 'de', 'en'], 'de'],
    ['in English on a French device', null, ['fr'], 'en'],
    ['in English where the device tells no language', null, [], 'en'],
    ['in the language she chose', 'en', ['de-DE'], 'en'],
    ['in the device’s where the one she chose is gone', 'tlh', ['de-DE'], 'de'],
    // Delaware begins with the letters of German.
    ['in English where a language only begins like another', null, ['del'], 'en'],
  ])('%s', (_, chosen, ofDevice, language) => {
    expect(inLanguage(chosen, ofDevice).language).toBe(language)
  })
})

describe('Ada chooses a language', () => {
  it('hears it again at the next start, until she goes back to the device’s', () => {
    const stored = new Map<string, string>()
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => stored.set(key, value),
      removeItem: (key: string) => stored.delete(key),
    })
    expect(chosenLanguage()).toBeNull()
    expect(chooseLanguage('de')).toBe(true)
    expect(chosenLanguage()).toBe('de')
    expect(chooseLanguage(null)).toBe(true)
    expect(chosenLanguage()).toBeNull()
  })

  it('is told when the browser keeps nothing, and the app opens all the same', () => {
    const blocked = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
    vi.stubGlobal('localStorage', { getItem: blocked, setItem: blocked, removeItem: blocked })
    expect(chosenLanguage()).toBeNull()
    expect(chooseLanguage('de')).toBe(false)
    expect(chooseLanguage(null)).toBe(false)
  })
})
