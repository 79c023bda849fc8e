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

/** Fields about participants, whom a structural intervention has none of. */
export const participantFields = ['ageFrom', 'ageTo', 'planned', 'outcome', 'months', 'comparison'] as const

/** Whether an application is of participants at all, and says whom and what they are to come to. */
export const hasParticipants = ({ orientation }: Pick<ApplicationContent, 'orientation'>): boolean => orientation !== 'structural'

/** Fields of words, in the order of the form. */
export const wordFields = [
  ...(['need', 'failure', 'targetGroup', 'aim', 'indicators', 'activities'] as const),
  ...(['equality', 'children', 'accessibility', 'risks', 'adoption', 'dataProtection'] as const),
]
