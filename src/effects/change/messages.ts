import { modestWords } from '../claimWords.ts'

/** Texts of the same persons before and after. */
export const changeMessages = modestWords({
  'effects.change.title': { sv: 'Förändring, inte effekt', en: 'Change, not effect' },
  'effects.change.lead': {
    sv: 'Samma personer före och efter: hur många som arbetade och studerade när de började, och när de avslutade.',
    en: 'The same persons before and after: how many worked and studied when they began, and when they ended.',
  },
  'effects.change.work': { sv: 'Arbete före och efter', en: 'Work before and after' },
  'effects.change.studies': { sv: 'Studier före och efter', en: 'Studies before and after' },
  'effects.change.workWord': { sv: 'arbetade', en: 'worked' },
  'effects.change.studiesWord': { sv: 'studerade', en: 'studied' },
  'effects.change.text': {
    sv: 'Av 100 som är kända både före och efter {what} {before} före och {after} efter. Förändringen är {change} av 100 (kan vara från {lower} till {upper}).',
    en: 'Of 100 known both before and after, {before} {what} before and {after} after. The change is {change} of 100 (may be from {lower} to {upper}).',
  },
  'effects.change.more': { sv: '{n} fler', en: '{n} more' },
  'effects.change.fewer': { sv: '{n} färre', en: '{n} fewer' },
  'effects.change.same': { sv: 'ingen', en: 'none' },
  'effects.change.hidden': {
    sv: 'Förändringen visas inte: för få är kända både före och efter, eller så är något av talen dolt för att skydda enskilda.',
    en: 'The change is not shown: too few are known both before and after, or one of the numbers is hidden to protect individuals.',
  },
  'effects.change.definition': {
    sv: 'Deltaganden som avslutades under perioden, före (vid starten) och efter (vid avslutet). Arbete och studier är mer än 0 procent. De som är okända före eller efter är inte med i förändringen, men står i tabellen. Osäkerheten är ett 95-procentigt intervall för parvisa andelar (Newcombe), vidgat för att talen är ungefärliga.',
    en: 'Participations that ended in the period, before (at the start) and after (at exit). Work and studies are more than 0 per cent. Those not known before or after are left out of the change, but stand in the table. The uncertainty is a 95% interval of paired shares (Newcombe), widened since the numbers are approximate.',
  },
  'effects.change.tableHelp': { sv: 'Rader är före, kolumner efter.', en: 'Rows are before, columns after.' },
  'effects.change.changes': { sv: 'Arbete och studier', en: 'Work and studies' },
  'effects.change.flows': { sv: 'Sysselsättning och försörjning', en: 'Occupation and support' },
  'effects.change.exits': { sv: 'De som avslutade', en: 'Those who ended' },
  'effects.change.why': {
    sv: 'Vad som hade hänt utan insatsen. Förändringen är insatsen, tiden, återhämtningen och allt annat tillsammans.',
    en: 'What would have happened without the intervention. The change is the intervention, time, recovery and all else together.',
  },
  'effects.change.going': {
    sv: 'Hur det går för dem som inte har avslutat. De är inte med här; se Vad som händer över tid.',
    en: 'How it goes for those who have not ended. They are not here; see What happens over time.',
  },
  'effects.change.atExit': {
    sv: 'Om det som var vid avslutet varade. Uppgifter efter avslutet finns inte här.',
    en: 'Whether what was at exit lasted. Data after the exit are not here.',
  },
  'effects.change.regressionTitle': { sv: 'Det blir ofta bättre ändå', en: 'It often gets better anyway' },
  'effects.change.regression1': {
    sv: 'De flesta börjar i en insats när det är som svårast. Den som har det ovanligt svårt en viss dag har det oftast lite bättre en annan dag, också utan hjälp. Därför ser det ut som om en grupp har förbättrats även när ingenting har gjorts. Det kallas regression mot medelvärdet.',
    en: 'Most begin an intervention when things are at their worst. Who has it unusually hard one day most often has it a little better another day, also without help. So a group seems to have improved even when nothing has been done. This is called regression to the mean.',
  },
  'effects.change.regression2': {
    sv: 'Ett exempel: i den amerikanska studien JOBS II blev den tredjedel som mådde sämst 0,42 steg bättre på en skala från 1 till 5 (mellan 0,29 och 0,54) utan att få någon insats. För dem som fick insatsen såg förändringen stor ut, men skillnaden mot de lottade utan insats var bara 0,03 steg (mellan 0,12 bättre och 0,06 sämre).',
    en: 'An example: in the American study JOBS II the third who felt worst became 0.42 steps better on a scale from 1 to 5 (between 0.29 and 0.54) without any intervention. For those who got it the change looked large, but the difference from those drawn by lot to go without was only 0.03 steps (between 0.12 better and 0.06 worse).',
  },
  'effects.change.regression3': {
    sv: 'Hur stor del av förändringen här som hade kommit ändå går inte att räkna ut ur de här uppgifterna. Det behövs en jämförelsegrupp.',
    en: 'How much of the change here would have come anyway cannot be worked out from these data. It takes a comparison group.',
  },
})
