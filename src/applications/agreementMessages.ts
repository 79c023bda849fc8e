import type { Catalogue } from '../values/catalogue.ts'

/** The words of the agreement with an owner. */
export const agreementMessages: Catalogue = {
  'reports.kind.agreement': { sv: 'Avtal', en: 'Agreement' },
  'applications.agreement.title': { sv: 'Avtal om medel till {name}', en: 'Agreement on money to {name}' },
  'applications.agreement.parties': { sv: 'Parter och belopp', en: 'Parties and amount' },
  'applications.agreement.text': { sv: 'Avtalat', en: 'Agreed' },
  'applications.agreement.association': { sv: 'Samordningsförbund', en: 'Association' },
  'applications.agreement.owner': { sv: 'Insatsägare', en: 'Owner' },
  'applications.agreement.decision': { sv: 'Styrelsens beslut', en: 'Decision of the board' },
  'applications.agreement.sum': { sv: 'Beviljat av förbundet', en: 'Granted by the association' },
  'applications.agreement.time': { sv: 'Avtalstid', en: 'Time' },
  'applications.agreement.purpose': { sv: 'Vad medlen är till för', en: 'What the money is for' },
  'applications.agreement.aim': { sv: 'Syfte och mål', en: 'Aim and goals' },
  'applications.agreement.targetGroup': { sv: 'Målgrupp', en: 'Target group' },
  'applications.agreement.planned': { sv: 'Planerat antal deltagare', en: 'Planned participants' },
  'applications.agreement.outcome': { sv: 'Insatsen bedöms av', en: 'The intervention is judged by' },
  'applications.agreement.outcomeText': { sv: '{outcome}, {n} månader', en: '{outcome}, {n} months' },
  'applications.agreement.budget': { sv: 'Budget och finansiering', en: 'Budget and financing' },
  'applications.agreement.cofinancing': { sv: 'Medfinansiering: {name}, {kind}', en: 'Co-financing: {name}, {kind}' },
  'applications.agreement.terms': { sv: 'Villkor', en: 'Terms' },
  'applications.agreement.draw': {
    sv: 'Ägaren rekvirerar medel för nedlagda kostnader minst en gång i halvåret, med lägesrapport och utdrag ur huvudboken. Summan kan inte bli större än det beviljade.',
    en: 'The owner draws money for costs that have been had at least every half-year, with a status report and an extract of the ledger. The sum cannot exceed what is granted.',
  },
  'applications.agreement.report': {
    sv: 'Ägaren lämnar delrapport och slutrapport på avtalade dagar. Ingen utbetalning görs medan en rapport är försenad.',
    en: 'The owner gives interim and final reports on the days agreed. Nothing is paid while a report is late.',
  },
  'applications.agreement.unused': {
    sv: 'Medel som inte har använts när avtalstiden är slut går tillbaka till förbundet.',
    en: 'Money not used when the time is out goes back to the association.',
  },
  'applications.agreement.follow': {
    sv: 'Ägaren följer upp deltagarna i Samlad 6, 12 och 24 månader efter start. Det som insatsen bedöms av är bestämt före start och ändras inte efter att resultat har kunnat ses.',
    en: 'The owner follows participants up in Samlad 6, 12 and 24 months after the start. What the intervention is judged by is fixed before the start and is not changed once results can be seen.',
  },
  'applications.agreement.persons': {
    sv: 'Ägaren är personuppgiftsansvarig för deltagarnas uppgifter. Förbundet får bara skyddade tal.',
    en: 'The owner is controller of the participants’ data. The association gets protected figures alone.',
  },
  'applications.agreement.noAuthority': {
    sv: 'Förbundet utövar ingen myndighet mot deltagarna och ger dem inga tjänster (7 § lagen 2003:1210).',
    en: 'The association exercises no authority over participants and gives them no services (§ 7 of act 2003:1210).',
  },
  'applications.agreement.change': {
    sv: 'Ändrad budget eller förlängd tid kräver förbundets skriftliga beslut i förväg.',
    en: 'A changed budget or a longer time needs the association’s decision in writing beforehand.',
  },
  'applications.agreement.signatures': { sv: 'Underskrifter', en: 'Signatures' },
  'applications.agreement.note': {
    sv: 'Skrivet ur ansökan, medlemmarnas svar och styrelsens beslut. Läs igenom och komplettera innan det undertecknas.',
    en: 'Written from the application, the members’ answers and the decision of the board. Read it through and complete it before signing.',
  },
}
