// The zones in which Ada and Lin work, hard ones among them, and what a stretch of time comes to there.
import { spanOf } from '#domain/moment.ts'

export const berlin = 'Europe/Berlin'
export const newYork = 'America/New_York'
/** Its clock goes forward and back by half an hour. */
export const lordHowe = 'Australia/Lord_Howe'
export const kolkata = 'Asia/Kolkata'
/** The same clock as Honolulu, and a day ahead of it. */
export const kiritimati = 'Pacific/Kiritimati'
export const honolulu = 'Pacific/Honolulu'
/** Its clock goes forward at midnight. */
export const cairo = 'Africa/Cairo'

export const span = (zone: string, date: string, from: string, to: string, which = {}) =>
  spanOf({ date, from, to, zone, which })
