import type { Catalogue } from '../../values/catalogue.ts'

export const qualityMessages = {
  'quality.title': { sv: 'Kvalitet i registreringen', en: 'Quality of registration' },
  'quality.intro': {
    sv: 'Regler som hittar det som ofta är fel eller saknas. Varje regel säger vad som är fel och vad du kan göra. En träff är inte alltid ett fel.',
    en: 'Rules that find what is often wrong or missing. Each says what is wrong and what to do. A finding is not always an error.',
  },
  'quality.noRight': {
    sv: 'Sidan är för deltagaransvariga, insatsansvariga och dataansvariga hos en insatsägare.',
    en: 'This page is for caseworkers, leads and data stewards of an owner of interventions.',
  },
  'quality.intervention': { sv: 'Insats', en: 'Intervention' },
  'quality.allInterventions': { sv: 'Alla mina insatser', en: 'All my interventions' },
  'quality.severity.error': { sv: 'Fel', en: 'Error' },
  'quality.severity.warning': { sv: 'Varning', en: 'Warning' },
  'quality.severity.notice': { sv: 'Att känna till', en: 'To know' },
  'quality.found': {
    sv: '{n, plural, =0 {inga träffar} one {en träff} other {# träffar}}',
    en: '{n, plural, =0 {no findings} one {one finding} other {# findings}}',
  },
  'quality.whatToDo': { sv: 'Gör så här:', en: 'What to do:' },
  'quality.byYear': { sv: 'Efter startår', en: 'By year of entry' },
  'quality.year': { sv: 'Startår', en: 'Year of entry' },
  'quality.findings': { sv: 'Träffar', en: 'Findings' },
  'quality.of': { sv: 'Av deltaganden', en: 'Of participations' },
  'quality.share': { sv: 'Andel', en: 'Share' },
  'quality.showRecords': { sv: 'Visa deltagandena', en: 'Show the participations' },
  'quality.numbersOnly': {
    sv: 'Vilka deltaganden det är ser den som är deltagaransvarig.',
    en: 'Which participations they are is for caseworkers.',
  },
  'quality.more': { sv: 'Visa fler', en: 'Show more' },
  'quality.nothing': { sv: 'Inga deltaganden finns i dina insatser än.', en: 'There are no participations in your interventions yet.' },
  'quality.inFuture': { sv: 'Datum som inte har varit än', en: 'Dates that have not come yet' },
  'quality.inFuture.what': { sv: 'Start eller avslut ligger efter dagens datum.', en: 'Entry or exit is later than today.' },
  'quality.inFuture.do': {
    sv: 'Öppna deltagandet, välj Rätta och skriv rätt datum.',
    en: 'Open the participation, choose Correct and write the right date.',
  },
  'quality.contactBeforeEntry': { sv: 'Uppföljning före start', en: 'Follow-up before entry' },
  'quality.contactBeforeEntry.what': {
    sv: 'En uppföljning har ett datum före deltagandets start.',
    en: 'A follow-up is dated before the entry.',
  },
  'quality.contactBeforeEntry.do': {
    sv: 'Rätta uppföljningens datum, eller startdatumet om det är det som är fel.',
    en: 'Mend the date of the follow-up, or that of the entry if it is the one that is wrong.',
  },
  'quality.overlap': { sv: 'Samma person två gånger samtidigt', en: 'The same person twice at once' },
  'quality.overlap.what': {
    sv: 'Samma person har två deltaganden i samma insats som överlappar i tid. Då räknas personen två gånger.',
    en: 'The same person has two participations in one intervention that overlap, and is counted twice.',
  },
  'quality.overlap.do': {
    sv: 'Avgör vilket som är rätt. Ange ”felregistrering” som avslutsanledning på det andra, eller rätta datumen om personen slutade och började om.',
    en: 'Decide which is right. Give “registered in error” as exit reason of the other, or mend the dates if the person left and came back.',
  },
  'quality.twin': { sv: 'Möjlig dubblett', en: 'Possible duplicate' },
  'quality.twin.what': {
    sv: 'Två deltaganden i samma insats har samma startdag, kön och födelseår men olika deltagarkoder.',
    en: 'Two participations in one intervention have the same day of entry, sex and birth year but different codes.',
  },
  'quality.twin.do': {
    sv: 'Se efter i ert eget system om det är en eller två personer. Är det en: ange ”felregistrering” på det ena. Är det två: gör inget.',
    en: 'See in your own system whether they are one person or two. If one: give “registered in error” on one of them. If two: do nothing.',
  },
  'quality.longStay': { sv: 'Över fyra år', en: 'Over four years' },
  'quality.longStay.what': { sv: 'Deltagandet har pågått i mer än fyra år.', en: 'The participation has run for more than four years.' },
  'quality.longStay.do': {
    sv: 'Har personen slutat? Registrera avslut med det datum då personen slutade. Annars är det rätt som det är.',
    en: 'Has the person left? Record the exit with the date they left. Otherwise it is right as it is.',
  },
  'quality.supportEmpty': { sv: 'Försörjning saknas före och efter', en: 'Support missing before and after' },
  'quality.supportEmpty.what': {
    sv: 'Deltagandet är avslutat utan att någon försörjning är angiven, varken före eller efter. Det går inte att säga om något ändrades.',
    en: 'The participation has ended with no support recorded, before or after. Nobody can say whether anything changed.',
  },
  'quality.supportEmpty.do': {
    sv: 'Fyll i försörjningen före och efter. Finns ingen: välj ”Ingen offentlig försörjning” eller ”Ingen känd inkomst”.',
    en: 'Fill in support before and after. If there is none: choose “No public support” or “No known income”.',
  },
  'quality.occupationUnknown': { sv: 'Sysselsättning efter saknas', en: 'Occupation after missing' },
  'quality.occupationUnknown.what': {
    sv: 'Deltagandet är avslutat men sysselsättningen efter är inte angiven. Det räknas som bortfall i alla utfall.',
    en: 'The participation has ended but occupation after is not recorded. It is missing from every outcome.',
  },
  'quality.occupationUnknown.do': {
    sv: 'Rätta deltagandet och välj sysselsättning efter.',
    en: 'Correct the participation and choose the occupation after.',
  },
  'quality.workWithoutPay': { sv: 'Arbete men ingen lön', en: 'Work but no wages' },
  'quality.workWithoutPay.what': {
    sv: 'Personen arbetar efter insatsen, utan stöd i anställningen, men varken lön eller eget företag finns bland försörjningen efter.',
    en: 'The person works afterwards, without subsidy, but neither wages nor own business is among the support after.',
  },
  'quality.workWithoutPay.do': {
    sv: 'Lägg till lön eller eget företag med omfattning, eller rätta sysselsättningen.',
    en: 'Add wages or own business with its extent, or mend the occupation.',
  },
  'quality.groundAfterEntry': { sv: 'Grunden är daterad efter start', en: 'The ground is dated after entry' },
  'quality.groundAfterEntry.what': {
    sv: 'Samtycket eller informationen har ett senare datum än starten.',
    en: 'The consent or the information has a later date than the entry.',
  },
  'quality.groundAfterEntry.do': {
    sv: 'Rätta datumet om det är fel. Är det rätt: se till att samtycke inhämtas vid start framöver.',
    en: 'Mend the date if it is wrong. If it is right: see that consent is asked for at entry from now on.',
  },
  'quality.lateRegistration': { sv: 'Registrerad sent', en: 'Registered late' },
  'quality.lateRegistration.what': {
    sv: 'Deltagandet registrerades mer än 30 dagar efter start. Sena registreringar gör färska tal för låga.',
    en: 'The participation was registered more than 30 days after entry. Late registrations make fresh figures too low.',
  },
  'quality.lateRegistration.do': {
    sv: 'Inget att rätta i efterhand. Registrera nya deltaganden inom en månad. Listor som lästs in från tidigare år hamnar här.',
    en: 'Nothing to mend afterwards. Register new participations within a month. Lists imported from earlier years end up here.',
  },
} satisfies Catalogue
