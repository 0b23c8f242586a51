/** Words of the presentation, of the steps of a trace, and of the instructor's view. */
export const presentStrings = {
  label: 'Presentation',
  slide: (at: number, count: number, title: string) => `Slide ${at} of ${count}: ${title}`,
  untitled: 'untitled',
  counter: (at: number, count: number) => `${at} / ${count}`,
  results: (shown: number, count: number) => `${shown} of ${count} results shown`,
  /** Once for each change: the slide, and how much of it is shown. */
  said: (slide: string, results: string | null) => (results === null ? slide : `${slide}. ${results}`),
  revealed: (what: string) => `Result: ${what}`,
  blank: 'The screen is black. Any key of the presentation brings the slide back.',
  empty: 'There is nothing to present yet. A first or second level heading begins a slide.',
  code: (kind: string) => `Text of this ${kind.toLowerCase()} cell`,
  hints: {
    next: 'next',
    step: 'step through',
    leave: 'leave',
  },
  instructor: 'Instructor’s view',
  instructorHint: 'Answers, hints and results that students have to reveal are shown.',
  instructorOn: 'Instructor’s view: answers, hints and folded results are shown',
  instructorOff: 'Student’s view: answers and hints are hidden until they are revealed',

  steps: {
    ends: (ttl: number) => `A probe with TTL ${ttl} ends here`,
    answers: (ends: string, address: string, reply: string, time: string) =>
      `${ends}, and ${address} answers: ${reply}, round trip ${time}.`,
    silent: (ends: string, why: string) => `${ends} without an answer: ${why}`,
    column: 'Answer',
    position: (at: number, count: number) => `Step ${at} of ${count}`,
  },
} as const;
