import type { Table } from './engine';

/** Per category why it is flagged, and a diagnostic question to ask instead, by stage where another one fits better. */
export const CATEGORIES: Table['categories'] = {
  'premature-solution': {
    why: 'This puts our own answer forward before it follows from what they found.',
    ask: 'What have you seen that tells you where the cause lies?',
    askAt: {
      agreement: 'What would you like to have settled by the end of this call?',
      situation: 'How does that work today, step by step?',
      problem: 'How do you know, and what speaks against it?',
      cost: 'What does it cost you today, and who carries that?',
      tried: 'What have you tried, and what stopped it?',
    },
  },
  'feature-pitch': {
    why: 'This claims how good our offering is. Their evidence decides, not our adjectives.',
    ask: 'Which of your criteria would that have to meet, and how would you check it?',
    askAt: {
      situation: 'What works well today and should stay as it is?',
      options: 'What would be good and what would be bad about that for you?',
    },
  },
  pressure: {
    why: 'This makes time or loss press on them, and the pressure comes from us.',
    ask: 'By when do you need to decide, and what sets that date?',
    askAt: {
      cost: 'What happens if nothing changes for a year or two?',
      decide: 'What is missing for a decision, and by when can you have it?',
    },
  },
  closing: {
    why: 'This takes the yes for granted, or builds a path on which no is hard to say.',
    ask: 'What would make it a no?',
    askAt: {
      options: 'Under which conditions would leaving it as it is be the best choice?',
      decide: 'What do you decide: yes, no or not yet? And to what exactly?',
    },
  },
  quota: {
    why: 'This looks at what it brings to us, not at what it does for them.',
    ask: 'Which objective of yours would that serve?',
    askAt: { options: 'What is the smallest step that would tell you more?' },
  },
  'objection-combat': {
    why: 'This treats a concern, or a person who has one, as an obstacle. It may be the most useful thing said today.',
    ask: 'What is behind that concern, and what would settle it for you, either way?',
    askAt: {
      process: 'Who sees it differently, and what matters most to them?',
      decide: 'Who sees it differently, and what of that should be written down?',
    },
  },
  'leading-question': {
    why: 'This question carries the answer that we would like to hear.',
    ask: 'How do you see it?',
    askAt: { problem: 'When does it happen, and when does it not?', cost: 'What does it cost you, if anything?' },
  },
  flattery: {
    why: 'This wins their favour, and favour is not a reason to decide.',
    ask: 'What should anyone from outside know before they start here?',
    askAt: {},
  },
  disparage: {
    why: 'This makes another option look small. Weighed evenly, it tells more.',
    ask: 'What would be good about that option, and what would be bad?',
    askAt: { tried: 'What would you keep of what you have today?' },
  },
  'social-proof': {
    why: 'This lets names or numbers of others speak in place of their own evidence.',
    ask: 'What would you need to see in your own case to judge that?',
    askAt: {},
  },
  manipulation: {
    why: 'This plays on a feeling, on people, or on what they cannot see.',
    ask: 'What do you need to know from us, good and bad, to judge this for yourselves?',
    askAt: {
      process: 'Who decides, and what matters most to each of them?',
      options: 'Where do you see that we would not fit?',
    },
  },
};
