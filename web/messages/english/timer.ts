// The words around the timer, in English.
export const timer = {
  timer: {
    title: 'Timer',
    start: 'Start',
    startOn: (project: string) => `Start the timer on ${project}`,
    startOther: 'Start …',
    startTitle: 'Start the timer',
    switchTitle: 'Switch the timer',
    switch: 'Switch',
    switchTo: 'Switch to',
    switchOn: (project: string) => `Stop, and start the timer on ${project}`,
    other: 'Other …',
    stop: 'Stop',
    since: (time: string) => `since ${time}`,
    sinceDay: (time: string, day: string) => `since ${time}, ${day}`,
    over: (duration: string) => `over ${duration}`,
    overText: 'That is long for one go.',
    resolve: 'Say what was meant',
    elsewhere: 'Other devices learn of it when it stops.',
    /** To be heard: which entry it is that is continued, by its project and its length. */
    again: (project: string, duration: string) => `Continue ${project}, ${duration}`,
    started: (project: string) => `The timer runs on ${project}`,
    saved: (duration: string, project: string) => `Saved on this device: ${duration} on ${project}`,
    notStored: 'Nothing has changed: this device cannot store anything right now.',
    ask: {
      short: {
        title: 'Less than a minute',
        text: (project: string) => `There is nothing to save on ${project} yet, and nothing was saved.`,
      },
      long: {
        title: 'What was meant?',
        text: (duration: string, project: string) =>
          `The timer on ${project} ran for ${duration}. Nothing was saved yet: say when you stopped.`,
      },
      backwards: {
        title: 'When did it end?',
        text: (start: string, end: string) =>
          `The timer began at ${start}, but this device’s clock says ${end}. It was probably set. Nothing was saved yet.`,
      },
      refused: {
        title: 'Not saved yet',
        text: 'The timer is not lost. Correct it here, or let it run on.',
      },
      typed: {
        title: 'Type the times',
        text: 'The timer runs until this is saved.',
      },
    },
    keep: (duration: string) => `Keep all ${duration}`,
    type: 'Type the times',
    runOn: 'Let it run',
    discard: 'Discard',
    discarded: 'Timer discarded',
  },
}
