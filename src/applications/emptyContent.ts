import type { ApplicationContent } from './domain.ts'

/** What a new application starts from. The usual primary outcome is in work or studies a year after the start. */
export const emptyContent: ApplicationContent = {
  ...{
    name: '',
    orientation: 'individual',
    need: '',
    failure: '',
    targetGroup: '',
    targetGroups: [],
    methods: [],
    ageFrom: null,
    ageTo: null,
    planned: null,
  },
  ...{ aim: '', indicators: '', activities: '', from: null, to: null, budget: [], equality: '', children: '', accessibility: '' },
  ...{ risks: '', outcome: 'afterStart', months: 12, comparison: '', adoption: '', dataProtection: '', esf: false },
}

/** Fields of words, in the order of the form. */
export const wordFields = [
  ...(['need', 'failure', 'targetGroup', 'aim', 'indicators', 'activities'] as const),
  ...(['equality', 'children', 'accessibility', 'risks', 'adoption', 'dataProtection'] as const),
]
