import type { Catalogue } from '../values/catalogue.ts'
import { documentMessages } from '../documents/messages.ts'
import { allocationMessages } from './allocation/allocationMessages.ts'
import { booksMessages } from './budget/booksMessages.ts'
import { budgetMessages } from './budget/budgetMessages.ts'
import { calculatorMessages } from './calculatorMessages.ts'
import { commissionMessages } from './commissions/commissionMessages.ts'
import { closingMessages } from './closing/closingMessages.ts'
import { agreementMessages } from './contributions/agreementMessages.ts'
import { contributionMessages } from './contributions/contributionMessages.ts'
import { economyMessages } from './economy/economyMessages.ts'
import { grantMessages } from './grants/grantMessages.ts'
import { scenarioMessages } from './scenarios/scenarioMessages.ts'
import { sieMessages } from './sie/sieMessages.ts'

/** Every text about money between members and from the state. */
export const financingMessages: Catalogue = {
  ...documentMessages,
  ...calculatorMessages,
  ...allocationMessages,
  ...commissionMessages,
  ...contributionMessages,
  ...agreementMessages,
  ...booksMessages,
  ...budgetMessages,
  ...closingMessages,
  ...economyMessages,
  ...grantMessages,
  ...scenarioMessages,
  ...sieMessages,
}
