import type { Story } from '../story';

/** A first call that ended without a decision, and says why. */
export const alderAndPine: Story = {
  by: 'expert',
  daysAgo: 15,
  at: '15:00',
  minutes: 21,
  playbook: { id: 'first-call-25', version: 1 },
  client: 'Alder & Pine Architects',
  title: 'Drawings that open slowly',
  people: [
    { name: 'Sofia Alder', role: 'partner', side: 'client' },
    { name: 'Emil Sandberg', role: 'engineer', side: 'ours' },
  ],
  asked: {
    'first-aim': { text: 'Find out in 25 minutes whether a second talk makes sense.' },
    'first-today': { text: '14 people, drawings on a server in the basement, two at home most days.' },
    'first-problem': {
      text: 'From home a large drawing takes four minutes to open.\nComplimented her on her great taste to warm her up.',
      answers: [
        {
          words: 'Complimented',
          kind: 'disputed',
          reason: 'I like their houses and said so. There was no plan in it.',
        },
      ],
    },
    'first-evidence': { text: 'Sofia timed it last week, three times.' },
  },
  skipped: { 'first-cost': 'She had to leave.' },
  decision: {
    outcome: null,
    undecidedReason: 'Sofia was called to a building site after 21 minutes. She writes when she wants to go on.',
    options: { leave: ['', ''], elsewhere: ['', ''], 'with-us': ['', ''] },
  },
};
