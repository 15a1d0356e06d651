// The words that people put beside figures, in every language of the app: parts of regular expressions, for text in lower
// case. Another language adds its own here.

export const hourWord = '(?:h|hrs?|hours?|std\\.?|stunden?)'
export const minuteWord = '(?:m|mins?\\.?|minutes?|minuten)'
/** Behind a time of day, or between its hour and its minutes. */
export const clockWord = 'uhr'
