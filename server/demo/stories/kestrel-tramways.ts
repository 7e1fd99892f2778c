import type { Story } from '../story';

/** An honest not yet: one voice is missing, with a day to look again. By the lead herself. */
export const kestrelTramways: Story = {
  by: 'lead',
  daysAgo: 12,
  at: '08:15',
  minutes: 55,
  playbook: { id: 'diagnostic-sequence', version: 1 },
  client: 'Kestrel Tramways',
  title: 'Ticket gates that report too late',
  people: [
    { name: 'Ines Moreau', role: 'operations', side: 'client' },
    { name: 'Jonas Weber', role: 'IT', side: 'client' },
    { name: 'Leonie Hartmann', role: 'lead engineer', side: 'ours' },
  ],
  asked: {
    'agree-aim': { text: 'Understand why a gate can be down for a day before anyone knows.' },
    'agree-know': { text: 'Done when all three of us can say the cause in one sentence.' },
    'situation-today': {
      text: '212 gates. They send a sign of life every 15 minutes to a server that nobody watches at night.',
    },
    'situation-numbers': {
      text: 'Jonas: 31 gates were down for more than 6 hours last month. From the log, not from complaints.',
    },
    'problem-evidence': { text: 'Log and complaints agree for 24 of the 31.' },
    'problem-cause': {
      text: 'Two ideas: the server drops messages at night, or the gates stop sending in the cold.\nJonas can tell them apart with one week of raw logs.',
    },
    'cost-what': { text: 'Ines does not know. Finance counts lost fares by line, not by gate.' },
    'objectives-what': {
      text: 'Know about a dead gate within an hour.',
      reworded: [
        { was: 'Our dashboard is the best solution for them.', now: 'Know about a dead gate within an hour.' },
      ],
    },
    'process-who': {
      text: 'Ines and Jonas propose, the works council has to agree to anything that shows who was on shift.',
    },
    'process-no': { text: 'If it shows the work of single people, it is a no.' },
    'options-leave': { text: 'Complaints find most of them after a day.' },
    'options-inhouse': { text: 'Jonas could add an alarm to the server in two days, if the server is the cause.' },
    'decide-what': { text: 'Not today. The works council was not asked, and the raw logs are missing.' },
  },
  skipped: {
    'cost-who': 'Nobody in the call could know.',
    'tried-what': 'Ran out of time; first thing when we look again.',
  },
  free: { text: 'Ines prefers to talk on Tuesdays.\nJonas sends logs by himself, no need to ask.' },
  decision: {
    outcome: 'not-yet',
    to: 'An alarm for gates that stop sending',
    reason:
      'Two causes are possible and ask for different answers; and the works council has a say that nobody has heard.',
    objectives: ['Know about a dead gate within an hour'],
    options: {
      leave: ['No work.', 'A gate can be down for a day.'],
      elsewhere: ['Two days of Jonas if the server is the cause.', 'Does nothing if the cold is the cause.'],
      'with-us': ['Works for both causes.', 'Too early: nobody knows the cause.'],
    },
    playback: 'You can tell the causes apart with a week of logs, and the works council decides with you.',
    tookPart: ['Ines Moreau', 'Jonas Weber', 'Leonie Hartmann'],
    missing: 'One week of raw logs, and what the works council says',
    lookAgainInDays: 16,
    nextSteps: [
      { text: 'Keep the raw logs of one cold week', side: 'client', name: 'Jonas Weber', inDays: 10 },
      { text: 'Ask the works council what would be fine', side: 'client', name: 'Ines Moreau', inDays: 12 },
    ],
  },
};
