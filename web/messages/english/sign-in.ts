// What is said before and while somebody signs in, in English.
import { entries, form } from './counted.ts'

export const signIn = {
  welcome: {
    title: 'Hours that survive the tunnel',
    lead: 'Log your time on the train, in the cellar, on the roof. It is saved on your phone at once and delivered as soon as there is signal.',
    signIn: 'Sign in',
    going: 'Opening the sign-in page',
    points: [
      { title: 'Saved at once', text: 'Every hour is written to your device first. No signal, no problem.' },
      {
        title: 'Delivered once',
        text: 'It arrives exactly one time, under your name. Most phones deliver even with the app closed.',
      },
      { title: 'Nothing lost', text: 'What cannot be delivered stays, with the reason in plain words.' },
    ],
    othersWait: (count: number) =>
      `${entries(count)} on this device ${form(count, 'waits for its owner', 'wait for their owners')} to sign in.`,
  },

  signIn: {
    title: 'Signing in',
    titleRefused: 'You cannot use Timesheets',
    working: 'One moment, you are being signed in.',
    offline: 'No connection to the sign-in page. Try again when there is signal; what you logged is safe.',
    denied: 'The sign-in was cancelled or not allowed.',
    deniedBecause: (reason: string) => `The sign-in was not allowed: ${reason}`,
    unknown: 'This sign-in link was already used or is too old. Please start again.',
    untrusted:
      'The answer did not come from your company’s sign-in. Nothing was taken from it. Please start again.',
    refused: 'This account may not use Timesheets. Ask whoever manages people in your company.',
    again: 'Try again',
    back: 'Back to the app',
  },
}
