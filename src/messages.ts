import type { Catalogue } from './values/catalogue.ts'
import { screenMessages } from './screenMessages.ts'
import { terminalMessages } from './terminal/messages.ts'
import { tableMessages } from './terminal/tableMessages.ts'
import { compareMessages } from './terminal/compareMessages.ts'
import { effectMessages } from './terminal/effectMessages.ts'
import { curveMessages, estimateMessages } from './terminal/estimateMessages.ts'
import { againstTexts } from './effects/against/texts.ts'
import { areasMessages } from './effects/areas/messages.ts'
import { adoptionMessages } from './adoption/adoptionMessages.ts'
import { esfFileMessages } from './esf/messages.ts'
import { registerMessages } from './effects/ownRegister/messages.ts'
import { partTexts } from './effects/partTexts.ts'
import { fidelityMessages } from './interventions/fidelity/fidelityMessages.ts'
import { esfMessages } from './applications/esf/esfMessages.ts'
import { logMessages } from './log/messages.ts'
import { needMessages } from './applications/need/needMessages.ts'
import { digestMessages } from './governance/digest/digestMessages.ts'
import { memberMessages } from './governance/members/memberMessages.ts'
import { noticeLink } from './governance/notices/noticeLink.ts'
import { noticeMessages } from './governance/notices/noticeMessages.ts'
import { applicationLink } from './applications/applicationLink.ts'
import { applicationMessages } from './applications/applicationMessages.ts'
import { moneyMessages } from './terminal/moneyMessages.ts'
import { financingMessages } from './financing/messages.ts'
import { nationalMoneyMessages } from './statistics/nationalMoney/nationalMoneyMessages.ts'
import { noteMessages } from './statistics/opendata/noteMessages.ts'
import { actualMessages } from './interventions/sheets/actualMessages.ts'
import { reportingMessages } from './statistics/reporting/messages.ts'
import { explainMessages } from './statistics/explain/messages.ts'

/** Every text of the product: those of all screens, those that come with a page of their own, and what only the server and the terminal say. */
export const messages: Catalogue = {
  ...screenMessages,
  ...terminalMessages,
  ...tableMessages,
  ...compareMessages,
  ...effectMessages,
  ...curveMessages,
  ...estimateMessages,
  ...moneyMessages,
  ...financingMessages,
  ...explainMessages,
  ...reportingMessages,
  ...noteMessages,
  ...actualMessages,
  ...nationalMoneyMessages,
  ...againstTexts,
  ...areasMessages,
  ...partTexts,
  ...fidelityMessages,
  ...adoptionMessages,
  ...esfFileMessages,
  ...registerMessages,
  ...applicationLink,
  ...applicationMessages,
  ...esfMessages,
  ...needMessages,
  ...noticeLink,
  ...logMessages,
  ...noticeMessages,
  ...digestMessages,
  ...memberMessages,
}
