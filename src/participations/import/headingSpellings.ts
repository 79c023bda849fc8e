import type { Target } from './targets.ts'

/**
 * Headings met in the members' own lists and in reports of the closed national system (SUS), beside the labels themselves.
 * Written as people write them, separated by semicolons; they are compared without case, accents and punctuation.
 */
export const headingSpellings: Partial<Record<Target, string>> = {
  entryDate: `Start; Startdag; Startdat; Datum start; Start datum; Inskriven; Inskrivning; Inskrivningsdatum; Inskr datum;
    Registreringsdatum in; Inregistrering; Inregistreringsdatum; Inregistrerad; Insatsstart; Start i insats;
    Insatsens start; Påbörjad; Påbörjade; Började; Från och med; Fr o m; From; Från; In; In datum; Inträde;
    Start date; Entry`,
  exitDate: `Slut; Slutdag; Slutdat; Datum slut; Avslut; Avslutad; Avslutsdatum; Avslutsdag; Datum avslut;
    Datum för avslut; Utskriven; Utskrivning; Utskrivningsdatum; Utregistrering; Utregistreringsdatum;
    Registreringsdatum ut; Utregistrerad; Insatsslut; Till och med; T o m; Tom; Ut; Ut datum; End; End date;
    Exit`,
  municipality: `Kommun; Hemort; Bostadskommun; Folkbokföringskommun; Boendekommun; Kommunkod; Kommun kod; Kommunnamn;
    Bostadsort; Home municipality`,
  sex: `Kön; K/M; M/K; Man/kvinna; Kvinna/man; Juridiskt kön; Kön (K/M); Gender`,
  birthYear: `Född; Född år; Födelseår; Föd.år; Födår; Födelsedatum; Född datum; År född; Year of birth; Born`,
  age: `Ålder; Ålder vid start; Ålder vid inskrivning; Ålder (år); Ålder vid insatsens början; Age`,
  bornAbroad: `Utlandsfödd; Utrikesfödd; Född utomlands; Född i annat land; Utländsk bakgrund; Född i Sverige nej`,
  timeSinceWork: `Tid sedan arbete; Senaste arbete; Tid utan arbete; Tid från arbetsmarknaden; Månader sedan arbete;
    Tid sedan sista jobb`,
  education: `Utbildning; Utbildningsnivå; Utb; Utb nivå; Högsta utbildning; Skolbakgrund; Utbildningsbakgrund`,
  timeOnSupport: `Tid i försörjning; Tid med offentlig försörjning; Tid i offentlig försörjning; Tid med ersättning;
    Försörjningstid; Hur länge offentlig försörjning; Tid i bidrag; Tid i offentlig försörjning innan insats;
    Tid i ersättning före`,
  occupationBefore: `Sysselsättning vid start; Sysselsättning vid insatsens början; Sysselsättning in; Syss före; Syss. före;
    Syss start; Sysselsättning innan; Sysselsättning innan insats; Sysselsättning före insats;
    Sysselsättning vid inskrivning; Sysselsättning vid inregistrering; Status vid start; Gör vid start`,
  occupationAfter: `Sysselsättning vid avslut; Sysselsättning vid insatsens slut; Sysselsättning ut; Syss efter; Syss. efter;
    Syss slut; Sysselsättning vid slut; Sysselsättning efter insats; Sysselsättning vid utskrivning;
    Sysselsättning vid utregistrering; Status vid avslut`,
  workExtentBefore: `Arbete före %; Arbete %, före; Arbetstid före; Omfattning arbete före; Arbetar % vid start;
    Arbete omfattning vid insatsens början; Arbetets omfattning före; Arbete vid start %; Arb före; Arb % före;
    Jobb % före; Omfattning arbete vid start`,
  workExtentAfter: `Arbete efter %; Arbete %, efter; Arbetstid efter; Omfattning arbete efter; Arbetar % vid avslut;
    Arbete omfattning vid insatsens slut; Arbetets omfattning efter; Arbete vid avslut %; Arb efter; Arb % efter;
    Jobb % efter; Omfattning arbete vid avslut`,
  studyExtentBefore: `Studier före %; Studietid före; Omfattning studier före; Studerar % vid start;
    Studier omfattning vid insatsens början; Studiernas omfattning före; Studier vid start %; Stud före;
    Stud % före; Omfattning studier vid start`,
  studyExtentAfter: `Studier efter %; Studietid efter; Omfattning studier efter; Studerar % vid avslut;
    Studier omfattning vid insatsens slut; Studiernas omfattning efter; Studier vid avslut %; Stud efter;
    Stud % efter; Omfattning studier vid avslut`,
  supportBefore: `Förs. före; Förs före; Förs. innan; Försörjning vid start; Försörjning vid insatsens början; Försörjning in;
    Försörjning innan; Försörjning innan insats; Försörjning; Ersättning före; Ersättning vid start;
    Inkomst före; Försörjningskälla; Försörjningskälla före; Försörjningskälla vid insatsens början;
    Försörjning vid inregistrering`,
  supportAfter: `Förs. efter; Förs efter; Försörjning vid avslut; Försörjning vid insatsens slut; Försörjning ut;
    Försörjning vid slut; Försörjning efter insats; Ersättning efter; Ersättning vid avslut; Inkomst efter;
    Försörjningskälla efter; Försörjningskälla vid insatsens slut; Försörjning vid utregistrering`,
  targetGroups: `Målgrupp; Mål grupp; Grupp; Prioriterad grupp`,
  referredBy: `Remittent; Anvisare; Anvisande; Anvisande myndighet; Remitterad av; Remitterande; Remitterande myndighet;
    Remiss från; Aktualiserad av; Inkommit via; Kommer från; Inremitterad av`,
  ground: `Samtycke; Samtycke finns; Samtycke SUS; Medgivande; Samtycke lämnat; Samtycke ja/nej; Rättslig grund; Grund`,
  groundDate: `Samtyckesdatum; Datum för grund; Datum grund; Grunddatum; Datum samtycke; Datum för samtycke; Samtycke datum; Samtycke lämnat datum; Informerad datum;
    Datum för information; Informationsdatum`,
  exitReason: `Avslutsorsak; Orsak avslut; Orsak till avslut; Avslut orsak; Slutorsak; Avbrottsorsak; Anledning avslut;
    Anledning till avslut; Utskrivningsorsak; Avslutningsorsak; Resultat; Orsak; Anledning`,
  workType: `Anställningsform; Typ av anställning; Anställningstyp; Form av arbete; Arbetets art; Subventionerat arbete`,
  reference: `Löpnr; Löpnummer; Ärendenr; Ärendenummer; Ärende; Nr; Nummer; Id; Internt nr; Eget nummer; Referens; Dnr;
    Diarienummer; Akt; Aktnummer; Deltagarnr; Deltagarnummer; Case; Reference; Case number`,
  participantCode: `Kod; Deltagarkod; Samladkod; Kod i Samlad; Participant code`,
  intervention: `Insats; Insatsnamn; Insatsens namn; Projekt; Projektnamn; Aktivitet; Verksamhet; Namn på insats;
    Intervention`,
  personnummer: `Personnr; Pnr; Pers.nr; Person nr; Personnummer; Samordningsnummer; Samordningsnr; P-nr; Personid;
    Födelsenummer; Social security number`,
}
