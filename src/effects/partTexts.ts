import type { Catalogue } from '../values/catalogue.ts'
import { viewMessages } from './change/viewMessages.ts'
import { registeredMessages } from './registered/messages.ts'
import { besideTexts } from './fidelity/messages.ts'
import { monthMessages } from './overTime/monthMessages.ts'
import { reachedMessages } from './overTime/reachedMessages.ts'
import { recordMessages } from './report/messages.ts'

/** Texts that come with parts of the pages and no public page has to fetch: months, own answers, frozen reports. */
export const partTexts: Catalogue = {
  ...monthMessages,
  ...reachedMessages,
  ...viewMessages,
  ...recordMessages,
  ...besideTexts,
  ...registeredMessages,
}
