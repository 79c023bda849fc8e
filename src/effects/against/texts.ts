import type { Catalogue } from '../../values/catalogue.ts'
import { besideMessages } from './besideMessages.ts'
import { foundMessages } from './foundMessages.ts'
import { againstMessages } from './messages.ts'
import { moneyMessages } from './moneyMessages.ts'
import { reportMessages } from './reportMessages.ts'
import { resultMessages } from './resultMessages.ts'

/** Texts that come with the page and nobody else's browser has to fetch. */
export const againstTexts: Catalogue = {
  ...againstMessages,
  ...resultMessages,
  ...besideMessages,
  ...moneyMessages,
  ...reportMessages,
  ...foundMessages,
}
