import type { Catalogue } from '../../values/catalogue.ts'

export const retentionMessages = {
  'retention.title': { sv: 'Gallring', en: 'Disposal' },
  'retention.intro': {
    sv: 'Inget gallras av sig självt. Ange ert gallringsbeslut och hur länge deltaganden bevaras efter den sista planerade uppföljningen. Ta ut det som ska arkiveras först.',
    en: 'Nothing goes by itself. Enter your decision on disposal and how long participations are kept after the last planned follow-up. Export what is to be archived first.',
  },
  'retention.decision': { sv: 'Gallringsbeslut, beteckning', en: 'Decision on disposal, reference' },
  'retention.decisionHelp': { sv: 'Till exempel diarienummer.', en: 'For example the registry number.' },
  'retention.decisionDate': { sv: 'Beslutets datum', en: 'Date of the decision' },
  'retention.months': { sv: 'Månader efter sista planerade uppföljning', en: 'Months after the last planned follow-up' },
  'retention.monthsHelp': {
    sv: 'Sista uppföljningen är 24 månader efter avslut eller start, det som är senast. Det som är felregistrerat följs inte upp: där räknas månaderna från avslutet, eller från dagen det märktes. Tomt: inget gallras av ålder.',
    en: 'The last follow-up is 24 months after exit or entry, whichever is later. What was registered in error is not followed up: its months are counted from its exit, or from the day it was marked. Empty: nothing goes by age.',
  },
  'retention.decisionNeeded': { sv: 'Ange beslutets beteckning.', en: 'Give the reference of the decision.' },
  'retention.decisionInFuture': { sv: 'Beslutets datum har inte inträffat än.', en: 'The date of the decision has not come yet.' },
  'retention.noDecision': { sv: 'Ange gallringsbeslutet först.', en: 'Enter the decision on disposal first.' },
  'retention.otherNumber': {
    sv: 'Antalet har ändrats till {n} sedan du tittade. Inget är gallrat. Titta igen.',
    en: 'The number has changed to {n} since you looked. Nothing has gone. Look again.',
  },
  'retention.changedMeanwhile': {
    sv: 'Ett deltagande som skulle gallras ändrades just nu. Inget är gallrat. Titta igen.',
    en: 'A participation that was to go was changed just now. Nothing has gone. Look again.',
  },
  'retention.cancelled': { sv: 'Avbrutet. Inget är gallrat.', en: 'Cancelled. Nothing has gone.' },
  'retention.save': { sv: 'Spara beslutet', en: 'Save the decision' },
  'retention.saved': { sv: 'Beslutet är sparat.', en: 'The decision is saved.' },
  'retention.rehearsal': { sv: 'Det här skulle gallras i dag', en: 'This would go today' },
  'retention.wouldGo': {
    sv: '{n, plural, =0 {Inga deltaganden är äldre än regeln.} one {# deltagande är äldre än regeln.} other {# deltaganden är äldre än regeln.}}',
    en: '{n, plural, =0 {No participations are past the rule.} one {# participation is past the rule.} other {# participations are past the rule.}}',
  },
  'retention.locked': {
    sv: '{n, plural, =0 {Inga är låsta.} one {# är låst efter återkallelse, invändning eller skyddad identitet.} other {# är låsta efter återkallelse, invändning eller skyddad identitet.}}',
    en: '{n, plural, =0 {None are locked.} one {# is locked after withdrawal, objection or protected identity.} other {# are locked after withdrawal, objection or protected identity.}}',
  },
  'retention.intervention': { sv: 'Insats', en: 'Intervention' },
  'retention.past': { sv: 'Äldre än regeln', en: 'Past the rule' },
  'retention.lockedShort': { sv: 'Låsta', en: 'Locked' },
  'retention.confirm': {
    sv: 'Jag har tagit ut det som ska arkiveras. Det som gallras går inte att få tillbaka.',
    en: 'What is to be archived has been exported. What goes cannot be brought back.',
  },
  'retention.run': {
    sv: 'Gallra {n, plural, one {# deltagande} other {# deltaganden}}',
    en: 'Dispose of {n, plural, one {# participation} other {# participations}}',
  },
  'retention.running': { sv: 'Gallrar', en: 'Disposing' },
  'retention.done': {
    sv: '{n, plural, one {# deltagande är gallrat} other {# deltaganden är gallrade}}. Det som inte var felregistrerat räknas anonymt i stället.',
    en: '{n, plural, one {# participation has gone} other {# participations have gone}}. What was not registered in error is counted anonymously instead.',
  },
  'retention.runs': { sv: 'Tidigare gallringar', en: 'Earlier disposals' },
  'retention.noRuns': { sv: 'Inga än.', en: 'None yet.' },
  'retention.when': { sv: 'När', en: 'When' },
  'retention.who': { sv: 'Vem', en: 'Who' },
  'retention.byDecision': { sv: 'Beslut', en: 'Decision' },
  'retention.number': { sv: 'Antal', en: 'Number' },
  'retention.noRight': { sv: 'Bara dataansvariga hos en medlem gallrar.', en: 'Only the data steward of a member disposes.' },
  'strip.act': { sv: 'Återkallat samtycke eller skyddad identitet', en: 'Withdrawn consent or protected identity' },
  'strip.why': { sv: 'Vad har hänt?', en: 'What has happened?' },
  'strip.withdrawal': { sv: 'Deltagaren har tagit tillbaka sitt samtycke', en: 'The participant has withdrawn the consent' },
  'strip.objection': {
    sv: 'Deltagaren har invänt mot registreringen (artikel 21)',
    en: 'The participant objects to the registration (article 21)',
  },
  'strip.protectedIdentity': {
    sv: 'Deltagaren har fått skyddade personuppgifter',
    en: 'The participant has been given a protected identity',
  },
  'strip.what': { sv: 'Det här händer', en: 'This will happen' },
  'strip.removed': {
    sv: 'Allt om {code} tas bort för gott: {versions, plural, one {# version} other {# versioner}} och {contacts, plural, =0 {inga uppföljningar} one {# uppföljning} other {# uppföljningar}}. Koden slutar gälla.',
    en: 'Everything about {code} is removed for good: {versions, plural, one {# version} other {# versions}} and {contacts, plural, =0 {no follow-ups} one {# follow-up} other {# follow-ups}}. The code is no longer valid.',
  },
  'strip.counted': {
    sv: 'Deltagandet räknas anonymt i {intervention} för {years}: bara kvinna eller man.',
    en: 'The participation is counted anonymously in {intervention} for {years}: woman or man only.',
  },
  'strip.notCounted': {
    sv: 'Det räknas inte anonymt, eftersom det är felregistrerat.',
    en: 'It is not counted anonymously, since it was registered in error.',
  },
  'strip.underDecision': { sv: 'Det sker enligt gallringsbeslut {decision}.', en: 'It is done under the decision on disposal {decision}.' },
  'strip.willLock': {
    sv: 'Ni har inget gallringsbeslut än. Därför låses deltagandet: det tas ut ur alla tal och syns inte längre, och tas bort när er dataansvariga har angett beslutet.',
    en: 'You have no decision on disposal yet. The participation is therefore locked: out of all figures and no longer seen, and removed once your data steward has entered the decision.',
  },
  'strip.keptOut': {
    sv: 'Läses en lista med samma löpnummer in igen hoppas raden över. För att känna igen den sparas ett kontrollvärde, som inget går att läsa ut ur. Ta ändå bort raden ur era listor.',
    en: 'When a list with the same reference is read in again the row is left out. To recognise it a keyed hash is kept, which nothing can be read out of. Take the row out of your lists all the same.',
  },
  'strip.notKeptOut': {
    sv: 'Deltagandet har inget löpnummer i Samlad. Ta bort det ur era listor: läses en lista med raden in igen kommer det tillbaka och räknas två gånger.',
    en: 'The participation has no reference here. Take it out of your lists: when a list with the row is read in again it comes back, and is counted twice.',
  },
  'strip.do': { sv: 'Ta bort uppgifterna', en: 'Remove the record' },
  'strip.doLock': { sv: 'Lås deltagandet', en: 'Lock the participation' },
  'strip.stripped': {
    sv: 'Uppgifterna är borttagna. Deltagandet räknas anonymt.',
    en: 'The record is removed. The participation is counted anonymously.',
  },
  'strip.lockedNow': { sv: 'Deltagandet är låst och ute ur alla tal.', en: 'The participation is locked and out of all figures.' },
} satisfies Catalogue
