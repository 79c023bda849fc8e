import type { Catalogue } from './values/catalogue.ts'
import { platformMessages } from './platform/messages.ts'
import { accessMessages } from './access/messages.ts'
import { localMessages } from './access/local/localMessages.ts'
import { nominationMessages } from './access/nominations/nominationMessages.ts'
import { officeMessages } from './access/offices/officeMessages.ts'
import { staffMessages } from './access/staff/staffMessages.ts'
import { associationMessages } from './associations/messages.ts'
import { interventionMessages } from './interventions/messages.ts'
import { participationMessages } from './participations/messages.ts'
import { statisticsMessages } from './statistics/messages.ts'
import { builderMessages } from './statistics/builder/messages.ts'
import { glanceMessages } from './statistics/glance/messages.ts'
import { openDataMessages } from './statistics/opendata/messages.ts'
import { reportMessages } from './statistics/reports/messages.ts'
import { receivedMessages } from './statistics/publication/received/messages.ts'
import { mergeMessages } from './statistics/publication/mergeMessages.ts'
import { publicationMessages } from './statistics/publication/publicationMessages.ts'
import { publicationRefusals } from './statistics/publication/refusalMessages.ts'
import { reportingLink } from './statistics/reporting/reportingLink.ts'
import { effectPageMessages } from './effects/messages.ts'
import { webMessages } from './web/messages.ts'

/** Every text that a screen may show, Swedish and English side by side; each slice writes its own part. Pages about money bring theirs themselves (`addText`). */
export const screenMessages: Catalogue = {
  ...platformMessages,
  ...accessMessages,
  ...staffMessages,
  ...nominationMessages,
  ...officeMessages,
  ...localMessages,
  ...associationMessages,
  ...interventionMessages,
  ...participationMessages,
  ...statisticsMessages,
  ...mergeMessages,
  ...receivedMessages,
  ...publicationMessages,
  ...publicationRefusals,
  ...reportingLink,
  ...openDataMessages,
  ...glanceMessages,
  ...builderMessages,
  ...reportMessages,
  ...effectPageMessages,
  ...webMessages,
}
