import { ruleMessages } from './ruleMessages.ts'
import { valueMessages } from './valueMessages.ts'

/** The texts of every problem. */
export const problemMessages = { ...valueMessages, ...ruleMessages }
