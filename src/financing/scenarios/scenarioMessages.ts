import type { Catalogue } from '../../values/catalogue.ts'

export const scenarioMessages = {
  'scenarios.title': { sv: 'Tänk om: {name}', en: 'What if: {name}' },
  'scenarios.link': {
    sv: 'Tänk om: andra bidrag, eller en medlem som lämnar',
    en: 'What if: other contributions, or a member that leaves',
  },
  'scenarios.intro': {
    sv: 'Vad följer om en medlem ger något annat, eller lämnar förbundet? Alla andra räknas som de har beslutat eller kommit överens om. Inget här ändrar bidragen. Styrelse och revisor ser samma sida.',
    en: 'What follows if a member gives something else, or leaves the association? All others are as they have decided or agreed. Nothing here changes the contributions. Board and auditor see the same page.',
  },
  'scenarios.noYears': {
    sv: 'Ange först vad medlemmarna har kommit överens om eller beslutat.',
    en: 'First enter what the members have agreed or decided.',
  },
  'scenarios.noneOf': { sv: 'Inget är tänkt för {year} än.', en: 'Nothing has been thought of for {year} yet.' },
  'scenarios.compared': { sv: 'Jämfört för {year}', en: 'Compared for {year}' },
  'scenarios.membersOf': { sv: 'Vad varje medlem betalar {year}', en: 'What each member pays in {year}' },
  'scenarios.scenario': { sv: 'Om', en: 'If' },
  'scenarios.now': { sv: 'Som det står nu', en: 'As it stands' },
  'scenarios.change': { sv: 'Mot nu', en: 'Against now' },
  'scenarios.remove': { sv: 'Ta bort', en: 'Remove' },
  'scenarios.sentence': {
    sv: '{name}: nivån blir {level, number} kr, {direction, select, more {{change, number} kr mer än nu} less {{change, number} kr mindre än nu} other {samma som nu}}.',
    en: '{name}: the level becomes SEK {level, number}, {direction, select, more {SEK {change, number} more than now} less {SEK {change, number} less than now} other {the same as now}}.',
  },
  'scenarios.outOn': {
    sv: '{names} lämnar: tidigast {day} om uppsägningen kommer i dag. Tiden är tre år om förbundsordningen inte säger en kortare (27 §).',
    en: '{names} leaves: on {day} at the earliest if notice is given today. The time is three years unless the rules of the association say a shorter one (§ 27).',
  },
  'scenarios.new': { sv: 'Tänk ett nytt', en: 'Think of a new one' },
  'scenarios.name': { sv: 'Namn', en: 'Name' },
  'scenarios.nameHelp': { sv: 'Till exempel: Om regionen ger 10 mkr', en: 'For example: If the region gives SEK 10 million' },
  'scenarios.amounts': { sv: 'Tänkta belopp i kronor', en: 'Amounts thought of, in kronor' },
  'scenarios.amountsHelp': {
    sv: 'Lämna tomt för dem som ger vad de har beslutat eller kommit överens om.',
    en: 'Leave empty for those who give what they have decided or agreed.',
  },
  'scenarios.standsAt': { sv: 'nu {amount}', en: 'now {amount}' },
  'scenarios.leaves': { sv: 'Lämnar förbundet', en: 'Leave the association' },
  'scenarios.save': { sv: 'Räkna och spara', en: 'Reckon and save' },
  'scenarios.saved': { sv: 'Sparat.', en: 'Saved.' },
  'scenarios.removed': { sv: 'Borttaget.', en: 'Removed.' },
  'scenarios.nameNeeded': { sv: 'Skriv ett namn.', en: 'Write a name.' },
  'scenarios.changeNeeded': {
    sv: 'Skriv minst ett belopp, eller välj någon som lämnar.',
    en: 'Write an amount, or choose somebody who leaves.',
  },
  'scenarios.changeTwice': { sv: 'En medlem kan inte både lämna och ge ett belopp.', en: 'A member cannot both leave and give an amount.' },
  'scenarios.emptyYear': {
    sv: 'Inget är angivet för {year}. Ange avtal eller beslut först.',
    en: 'Nothing has been entered for {year}. Enter agreement or decisions first.',
  },
  'scenarios.lastOfParty': {
    sv: 'Utan {name} är en av lagens parter borta (1 §), och då finns inget förbund att räkna på.',
    en: 'Without {name} one of the parties of the act is gone (§ 1), and then there is no association to reckon with.',
  },
  'scenarios.tooMany': { sv: 'Det finns redan {most}. Ta bort något först.', en: 'There are {most} already. Remove some first.' },
} satisfies Catalogue
