import { codeList } from '../values/codeList.ts'

/** Sex as Uppföljning Finsam and SUS recorded it. */
export const Sex = codeList('sex', [
  ['woman', 'Kvinna', 'Woman', 'k', 'kv', 'kvinnor', 'f', 'female', '2'],
  ['man', 'Man', 'Man', 'm', 'män', 'male', '1'],
])

export const Education = codeList('education', [
  [
    'compulsoryNotCompleted',
    'Ej slutförd grundskola',
    'Compulsory school not completed',
    'ingen grundskola',
    'ofullständig grundskola',
    'saknar grundskola',
    'ej grundskola',
  ],
  ['compulsory', 'Grundskola', 'Compulsory school', 'förgymnasial', 'folkskola'],
  ['upperSecondary', 'Gymnasium', 'Upper secondary', 'gymnasial', 'gymnasieskola', 'gymnasieutbildning'],
  [
    'postSecondary',
    'Eftergymnasial',
    'Post-secondary',
    'högskola',
    'universitet',
    'högskola/universitet',
    'eftergymnasial utbildning',
    'yrkeshögskola',
  ],
  ['unknown', 'Okänd', 'Unknown', 'okänt', 'vet ej', 'uppgift saknas', '?'],
])

/** Time on public support before entry, years (P). */
export const TimeOnSupport = codeList('timeOnSupport', [
  ['none', 'Ingen', 'None', 'inte alls', '0', '0 år'],
  ['under1', 'Mindre än 1 år', 'Less than 1 year', '<1', '<1 år', '0-1 år', 'under 1 år', '< 1 år'],
  ['from1to2', '1–2 år', '1–2 years', '1-2', '1-2 år'],
  ['from2to5', '2–5 år', '2–5 years', '2-5', '2-5 år', '3-5 år'],
  ['from5to10', '5–10 år', '5–10 years', '5-10', '5-10 år', '6-10 år'],
  ['over10', 'Mer än 10 år', 'More than 10 years', '>10', '>10 år', '10+ år', 'över 10 år', '> 10 år'],
  ['unknown', 'Okänd', 'Unknown', 'okänt', 'vet ej', 'uppgift saknas', '?'],
])

/** Occupation: work, studies, active job-seeking (neither working nor studying), other (V). */
export const Occupation = codeList('occupation', [
  ['work', 'Arbete', 'Work', 'arbetar', 'anställd', 'jobb', 'förvärvsarbete', 'anställning'],
  ['studies', 'Studier', 'Studies', 'studerar', 'utbildning', 'studerande'],
  ['workAndStudies', 'Arbete och studier', 'Work and studies', 'arbete+studier', 'arbete/studier'],
  [
    'jobSeeking',
    'Aktivt arbetssökande',
    'Active job-seeking',
    'arbetssökande',
    'arbetslös',
    'söker arbete',
    'öppet arbetslös',
    'arbetssökande vid af',
  ],
  ['other', 'Annat', 'Other', 'övrigt', 'ingen', 'ingen sysselsättning', 'sjukskriven', 'varken arbete eller studier'],
  ['unknown', 'Okänd', 'Unknown', 'okänt', 'vet ej', 'uppgift saknas', '?'],
])

export const WorkType = codeList('workType', [
  ['unsubsidised', 'Osubventionerat', 'Unsubsidised', 'reguljärt', 'ordinarie', 'utan stöd'],
  ['subsidised', 'Subventionerat', 'Subsidised', 'lönebidrag', 'med stöd', 'nystartsjobb', 'subventionerad anställning'],
  ['ownBusiness', 'Eget företag', 'Own business', 'egen företagare', 'företagare'],
])

/** Support sources; several at once, each with extent in per cent (V that there are several; the list is P). */
export const SupportSource = codeList('supportSource', [
  ['sjukpenning', 'Sjukpenning', 'Sickness benefit', 'sjp', 'sjukpeng', 'sjukskriven med sjukpenning'],
  ['rehabiliteringspenning', 'Rehabiliteringspenning', 'Rehabilitation benefit', 'rehabpenning', 'rehab-penning'],
  ['aktivitetsersattning', 'Aktivitetsersättning', 'Activity compensation', 'ae', 'aktivitetsers'],
  ['sjukersattning', 'Sjukersättning', 'Sickness compensation', 'se', 'sjukers', 'förtidspension'],
  ['akassa', 'A-kassa', 'Unemployment insurance', 'arbetslöshetsersättning', 'akassa', 'alfakassa'],
  [
    'aktivitetsstod',
    'Aktivitetsstöd/utvecklingsersättning',
    'Activity support',
    'aktivitetsstöd',
    'utvecklingsersättning',
    'as',
    'aktivitetsstöd/utvecklingsers',
  ],
  ['etableringsersattning', 'Etableringsersättning', 'Introduction benefit', 'etablering', 'etableringsers'],
  [
    'ekonomisktBistand',
    'Ekonomiskt bistånd (försörjningsstöd)',
    'Social assistance',
    'försörjningsstöd',
    'ekonomiskt bistånd',
    'ek bistånd',
    'socialbidrag',
    'eb',
    'fs',
    'soc',
  ],
  ['studiestod', 'Studiestöd', 'Student aid', 'csn', 'studiemedel', 'studiehjälp'],
  ['foraldrapenning', 'Föräldrapenning', 'Parental benefit', 'fp'],
  ['lon', 'Lön', 'Wages', 'löneinkomst', 'arbetsinkomst', 'inkomst av arbete'],
  ['egetForetag', 'Eget företag', 'Own business', 'företagsinkomst', 'egen företagare'],
  ['annanOffentlig', 'Annan offentlig försörjning', 'Other public support', 'annan offentlig', 'annan ersättning', 'övrig offentlig'],
  [
    'ingenOffentlig',
    'Ingen offentlig försörjning',
    'No public support',
    'ingen offentlig',
    'ingen ersättning',
    'försörjs av annan',
    'ingen',
  ],
  ['ingenKandInkomst', 'Ingen känd inkomst', 'No known income', 'okänd', 'okänt', 'vet ej'],
])

export const ExitReason = codeList('exitReason', [
  ['asPlanned', 'Enligt plan', 'As planned', 'planerat avslut', 'fullföljt', 'enligt planering', 'slutfört'],
  ['toWork', 'Till arbete', 'To work', 'arbete', 'fått arbete'],
  ['toStudies', 'Till studier', 'To studies', 'studier', 'börjat studera'],
  [
    'toOtherIntervention',
    'Till annan insats',
    'To another intervention',
    'annan insats',
    'fortsatt rehabilitering',
    'vidare till annan insats',
  ],
  ['rightSupport', 'Rätt ersättning beviljad', 'Right support granted', 'rätt ersättning', 'beviljad sjukersättning'],
  ['ownRequest', 'Eget önskemål', 'Own request', 'egen begäran', 'avbrott egen begäran', 'avbrutit', 'avbrott'],
  ['illHealth', 'Ohälsa', 'Ill health', 'sjukdom', 'avslut pga sjukdom', 'sjuk'],
  ['moved', 'Flytt', 'Moved', 'flyttat', 'flytt från kommunen'],
  ['deceased', 'Avliden', 'Deceased', 'död', 'avlidit'],
  ['felregistrering', 'Felregistrering', 'Registered in error', 'felregistrerad', 'fel'],
  ['other', 'Annat', 'Other', 'övrigt', 'annan orsak'],
])

export const ReferredBy = codeList('referredBy', [
  ['fk', 'Försäkringskassan', 'Social Insurance Agency', 'fk', 'f-kassan'],
  ['af', 'Arbetsförmedlingen', 'Public Employment Service', 'af'],
  ['municipality', 'Kommun', 'Municipality', 'kommunen', 'socialtjänst', 'socialtjänsten', 'soc'],
  ['region', 'Region', 'Region', 'regionen', 'landsting', 'vården', 'vårdcentral', 'primärvård', 'psykiatri'],
  ['self', 'Egen anmälan', 'Self-referred', 'själv', 'egen', 'eget initiativ'],
  ['other', 'Annan', 'Other', 'annat', 'övrigt', 'övriga'],
])

export const YesNoUnknown = codeList('yesNoUnknown', [
  ['yes', 'Ja', 'Yes', 'j', '1', 'true', 'x'],
  ['no', 'Nej', 'No', 'n', '0', 'false'],
  ['unknown', 'Okänt', 'Unknown', 'okänd', 'vet ej', '?'],
])

/** Time since last work, months (P, optional: case mix). */
export const TimeSinceWork = codeList('timeSinceWork', [
  ['under6', 'Mindre än 6 månader', 'Less than 6 months', '<6', '< 6 mån'],
  ['from6to12', '6–12 månader', '6–12 months', '6-12', '6-12 mån'],
  ['from12to24', '12–24 månader', '12–24 months', '12-24', '12-24 mån'],
  ['from24to60', '24–60 månader', '24–60 months', '24-60', '24-60 mån'],
  ['over60', 'Mer än 60 månader', 'More than 60 months', '>60', '> 60 mån'],
  ['never', 'Aldrig arbetat', 'Never worked', 'aldrig'],
  ['unknown', 'Okänd', 'Unknown', 'okänt', 'vet ej'],
])

/** Why somebody outside working age takes part (P). */
export const AgeReason = codeList('ageReason', [
  ['schoolToWork', 'Ung, på väg från skola till arbete', 'Young, from school to work'],
  ['worksOn', 'Vill arbeta längre', 'Wants to go on working'],
  ['nearTheLimit', 'Nära åldersgränsen', 'Close to the limit'],
  ['other', 'Annat skäl', 'Other reason'],
])

/** How well a statement fits, in the person's own view; empty where nobody asked. */
export const OwnView = codeList('ownView', [
  ['notAtAll', 'Stämmer inte alls', 'Does not fit at all', 'inte alls', '1'],
  ['poorly', 'Stämmer dåligt', 'Fits poorly', 'dåligt', '2'],
  ['partly', 'Stämmer delvis', 'Fits partly', 'delvis', '3'],
  ['fairlyWell', 'Stämmer ganska bra', 'Fits fairly well', 'ganska bra', '4'],
  ['fully', 'Stämmer helt', 'Fits fully', 'helt', '5'],
  ['declined', 'Vill inte svara', 'Would rather not say', 'avstår', 'svarar inte'],
])

/** Where what is known at a follow-up comes from. */
export const ContactSource = codeList('contactSource', [
  ['ownContact', 'Egen kontakt', 'Own contact'],
  ['register', 'Register', 'Register'],
  ['unknown', 'Okänd', 'Unknown'],
])

/** What somebody does at a point after start or exit, as far as it is known; `null` where it is not. */
export const StateLater = codeList('stateLater', [
  ['ordinaryWork', 'Osubventionerat arbete eller eget företag', 'Unsubsidised work or own business'],
  ['subsidisedWork', 'Subventionerat arbete', 'Subsidised work'],
  ['workOfUnknownType', 'Arbete, okänt om det är subventionerat', 'Work, subsidised or not unknown'],
  ['studies', 'Studier', 'Studies'],
  ['unknownExtent', 'Arbete eller studier av okänd omfattning', 'Work or studies of unknown extent'],
  ['lessWorkOrStudies', 'Arbete under 25 % eller studier under 50 %', 'Work below 25% or studies below 50%'],
  ['jobSeeking', 'Aktivt arbetssökande', 'Active job-seeking'],
  ['neither', 'Varken arbete, studier eller arbetssökande', 'Neither work, studies nor job-seeking'],
  ['deceased', 'Avliden', 'Deceased'],
])

/**
 * What somebody lives of in a month, as far as it is known: work and studies first, else the main support. With what is not known there is room for fifteen, four
 * bits among the facts.
 */
export const MonthState = codeList('monthState', [
  ['ordinaryWork', 'Osubventionerat arbete eller eget företag', 'Unsubsidised work or own business'],
  ['subsidisedWork', 'Subventionerat arbete', 'Subsidised work'],
  ['workOfUnknownType', 'Arbete, okänt om det är subventionerat', 'Work, subsidised or not unknown'],
  ['studies', 'Studier', 'Studies'],
  ['unknownExtent', 'Arbete eller studier av okänd omfattning', 'Work or studies of unknown extent'],
  ['sickness', 'Sjukpenning eller rehabiliteringspenning', 'Sickness or rehabilitation benefit'],
  ['lastingSickness', 'Sjukersättning eller aktivitetsersättning', 'Sickness or activity compensation'],
  ['unemployment', 'A-kassa, aktivitetsstöd, etablering', 'Unemployment, activity, introduction'],
  ['assistance', 'Ekonomiskt bistånd', 'Social assistance'],
  ['otherSupport', 'Annan eller ingen offentlig försörjning', 'Other or no public support'],
  ['supportNotKnown', 'Ingen känd eller angiven försörjning', 'No known or stated support'],
  ['deceased', 'Avliden', 'Deceased'],
])

/** Ground for holding the record; a row without one is no participation but an anonymous count or a blocked row. */
export const Ground = codeList('ground', [
  ['consent', 'Samtycke', 'Consent', 'ja', 'j', 'samtyckt', 'x', '1', 'lämnat samtycke'],
  ['publicInterest', 'Uppgift av allmänt intresse', 'Task of public interest', 'allmänt intresse'],
  ['none', 'Saknas', 'None', 'nej', 'n', '0', 'ej samtycke', 'inget samtycke', 'samtycke saknas'],
])
