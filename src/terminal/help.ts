import type { Text } from '../values/codeList.ts'

/** What `samlad --help` prints. */
export const help: Text = {
  sv: `samlad: Samlad från terminalen

  samlad import FIL --controller NAMN --as ANVÄNDARE [--commit]
      Läs in deltaganden ur .xlsx, .ods eller .csv. Utan --commit bara en kontroll; inget skrivs.
      --intervention NAMN        insats (kan upprepas; behövs om användaren har flera)
      --identity drop|derive     ta bort kolumner som pekar ut personer; derive läser först födelseår och kön ur personnumret
      --column "Rubrik=fält"     vad en kolumn betyder (kan upprepas; fältet ignore läser inte in den)
      --sheet NAMN               blad, när filen har flera
      --municipality KOMMUN      hemkommun för alla rader, när filen inte säger
      --declare-ground           alla i filen har den grund som är beslutad
      --without-ground anonymous|block      rader utan grund (anonymous)
      --reference-reach controller|intervention   hur långt löpnumret gäller (controller)
      --likely-duplicates skip|import       rader som liknar något registrerat (skip)
      --anonymous count|skip     rader utan grund: räkna dem, eller hoppa över redan räknade (count)
      --problems FIL.xlsx        alla problem, med cellerna markerade
      --receipt FIL.xlsx         kvitto med rad och deltagarkod

  samlad tabulate --measure MÅTT --as ANVÄNDARE [--rows DIMENSION] [--columns DIMENSION] [--where NYCKEL=VÄRDE …]
      Skyddad tabell över ett mått, samma tal som på sidan Uppföljning.
      --where kan upprepas; flera värden för en nyckel skrivs med komma, flera år som from= och to=
      --format table|csv|json    csv har ett tal per kolumn: antal, av, okänt, andel, osäkerhet

  samlad verify-audit --as ANVÄNDARE [--anchors MAPP]
      Kontrollera att ingen rad i loggen är borttagen, ändrad eller flyttad. ANVÄNDARE ska vara systemadministratör.
      --anchors MAPP             ankarfilerna, helst en kopia från en annan dator (annars mappen anchors i datamappen)

  samlad verify-release MAPP
      Kontrollera en publicerad utgåva (mapp eller zip): hashar, att inget antal under gränsen visas, att summor stämmer. Slutar med 1 om något är fel.

  samlad explain ADRESS --as ANVÄNDARE
      Ett publicerat tal: vad det är, var det står, och om det som var registrerat då ger samma tal i dag. Slutar med 1 om det inte gör det.
      ADRESS är en tabell i öppna data med en kod per variabel, eller som liggaren skriver den: "exits 2024-01..2024-12 sex=woman"

  samlad export FIL.zip --controller NAMN --as ANVÄNDARE [--identities] [--force]
      Allt som är den personuppgiftsansvariges, som kalkylark och JSON. ANVÄNDARE ska vara dataansvarig där.
      --identities               ta med personnummer i klartext; kräver att de är öppnade och att nyckeln finns

  samlad rotate-identity-key --controller NAMN --as ANVÄNDARE
      Kryptera om alla personnummer med den nya nyckeln. Avbryts det går det att köra igen: det fortsätter där det var.

  samlad protect FIL [--mode la|linear|pm1|gs|rule|rule0] [--tier exact|instant] [--cost value|count|log] [--time SEKUNDER]
      Vilka celler som ska döljas i länkade tabeller, med bevis. FIL är JSON, eller CSV med dimensioner och sist antal.
      --mode                     vad som ska hålla: la, mot den som vet hur vi väljer (la); linear, bara mot räkning med summor; pm1, ett mer
                                 och ett mindre ska vara möjligt; gs, inte exakt; rule och rule0, alla små antal ska vara möjliga
      --tier exact|instant       det billigaste som hittas på tiden, eller ett svar genast (exact; med linear instant)
      --zeros publish|suppress   om nollor får döljas (inte med linear)
      --time SEKUNDER            högsta tid, också delar av en sekund (60)
      --hierarchy FIL.csv        dimension, kod, överordnad kod (för CSV)
      --table plats,kön          tabell av dessa dimensioner (kan upprepas; annars en tabell av alla)
      --threshold N              gräns (för CSV 5 om den inte anges; för JSON i stället för filens)
      --complete                 räkna också med den gemensamma tabell som finns bakom tabeller som delar dimensioner parvis
  samlad attack FIL MÖNSTER.json [--attacker la|ext|zero]
      Vad en angripare kan räkna ut om varje litet antal när cellerna i mönstret är dolda. Slutar med 1 om något blir exakt.
  samlad perturb FIL --variance V --max D --seed FRÖ
      Varje cell med brus (cellnyckel): samma frö, samma svar; nollor är kvar, inget blir mindre än gränsen.

  samlad curve FIL --time T --status S [--entry E] [--group G] [--at 180,365] [--cause 1]
      Vad som har hänt efter hur lång tid, av alla som startade, med flera möjliga utfall (Aalen–Johansen). FIL är CSV med rubriker.
      --status                   0 följd dit utan utfall, 1, 2 … utfall; --entry när uppföljningen av personen började
      --tau T                    hur långt medeltider räknas (annars den sista tiden)
      --bootstrap N --seed FRÖ   medelfel för medeltider genom N omdragningar, minst 500
  samlad effect FIL [--controls FIL2] --treated T --outcome Y --covariates A,B,…
      De som startade (1) bredvid dem som inte gjorde det (0), och om skillnaden får kallas effekt.
      --placebo P                utfallet före start; --placebo-covariates A,B,… bakgrund från före det (annars --covariates utan P)
      --same-window --index-date-rule TEXT   båda grupperna är från samma kalendertid; så sattes startdatum för jämförelsepersonerna
      --lottery                  platserna lottades: balans och vikter krävs inte
      --sensitivity              samma skattning utan en bakgrund i taget och utan de största vikterna
  samlad compare FIL --outcome Y --unit U [--covariates A,B,…]
      Enheter bredvid varandra utan topplista: observerat och väntat, tratt, andelar med osäkerhet.

  samlad contributions FIL.json
      Vad medlemmarnas bidrag räcker till och vilken parts bidrag som sätter nivån (5 och 5 a §§), hela kronor. - läser från standard in.
  samlad allocate FIL.json
      Statens ram fördelad på förbund: grundbelopp, försörjningsmått, invånare, broms, eget kapital, tak; varje steg med skäl.

  samlad template [FIL] [--force]    importmallen som kalkylark; --force skriver över
  samlad demo --participations N [--data MAPP]    en ny mapp med N påhittade deltaganden

Gäller alla: --data MAPP (annars ./data), --lang sv|en, --json (svar och fel som JSON), --help, --version

Exempel
  samlad import lista.xlsx --controller "Exempelkommun A1" --as disa.testberg --intervention "Andra Dörren Norr 1" --identity derive
  samlad import lista.xlsx --controller "Exempelkommun A1" --as disa.testberg --intervention "Andra Dörren Norr 1" --identity derive --commit
  samlad tabulate --measure to-work-or-study --rows association --columns sex --where year=2024 --as nora.testlund
  samlad tabulate --measure participations --rows region --where year=2024 --format csv --as nora.testlund > deltaganden.csv

Slutkoder: 0 klart · 1 oväntat fel, loggen är inte hel, eller ett antal blev exakt · 2 kommandot går inte att tolka · 3 avvisat · 4 några rader stoppades · 5 ingen kontakt med servern · 6 skyddet gick inte att bevisa · 130 avbrutet`,
  en: `samlad: Samlad from the terminal

  samlad import FILE --controller NAME --as USER [--commit]
      Bring participations from .xlsx, .ods or .csv. Without --commit a check only; nothing is written.
      --intervention NAME        intervention (may be repeated; needed when the user has several)
      --identity drop|derive     drop columns that identify persons; derive first reads birth year and sex from the personal number
      --column "Heading=field"   what a column means (may be repeated; the field ignore leaves it out)
      --sheet NAME               sheet, when the file has several
      --municipality NAME        home municipality of every row, when the file does not say
      --declare-ground           everyone in the file has the ground that has been decided
      --without-ground anonymous|block      rows without a ground (anonymous)
      --reference-reach controller|intervention   how far the running number reaches (controller)
      --likely-duplicates skip|import       rows like something registered (skip)
      --anonymous count|skip     rows without a ground: count them, or leave out those counted before (count)
      --problems FILE.xlsx       all problems, with the cells marked
      --receipt FILE.xlsx        receipt with row and participant code

  samlad tabulate --measure MEASURE --as USER [--rows DIMENSION] [--columns DIMENSION] [--where KEY=VALUE …]
      A protected table of one measure, the same figures as on the page Follow-up.
      --where may be repeated; several values of one key are written with commas, several years as from= and to=
      --format table|csv|json    csv has one number per column: count, of, unknown, share, uncertainty

  samlad verify-audit --as USER [--anchors FOLDER]
      Check that no row of the log was removed, altered or moved. USER should be a system administrator.
      --anchors FOLDER           the anchor files, best a copy from another computer (else anchors in the data folder)

  samlad verify-release DIR
      Check a published release (folder or zip): hashes, that no count below the threshold is shown, that sums hold. Ends with 1 if anything is wrong.

  samlad explain ADDRESS --as USER
      A published figure: what it is, where it stands, and whether what was registered then gives it again today. Ends with 1 when it does not.
      ADDRESS is a table of open data with one code of each variable, or as the ledger writes it: "exits 2024-01..2024-12 sex=woman"

  samlad export FILE.zip --controller NAME --as USER [--identities] [--force]
      Everything that is the controller's, as spreadsheets and JSON. USER should be its data steward.
      --identities               include personal numbers in clear; they must be open and the key at hand

  samlad rotate-identity-key --controller NAME --as USER
      Encrypt all personal numbers anew with the new key. If it is stopped, run it again: it goes on where it was.

  samlad protect FILE [--mode la|linear|pm1|gs|rule|rule0] [--tier exact|instant] [--cost value|count|log] [--time SECONDS]
      Which cells to hide in linked tables, with a proof. FILE is JSON, or CSV with dimensions and, last, the count.
      --mode                     what must hold: la, against one who knows how we choose (la); linear, against sums only; pm1, one more and
                                 one less must be possible; gs, not exact; rule and rule0, all small counts must be possible
      --tier exact|instant       the cheapest found in the time, or an answer at once (exact; with linear instant)
      --zeros publish|suppress   whether noughts may be hidden (not with linear)
      --time SECONDS             most time, also parts of a second (60)
      --hierarchy FILE.csv       dimension, code, code above (for CSV)
      --table place,sex          a table of these dimensions (may be repeated; else one table of all)
      --threshold N              threshold (for CSV 5 unless given; for JSON instead of the file's)
      --complete                 reckon with the joint table behind tables that share dimensions only pairwise
  samlad attack FILE PATTERN.json [--attacker la|ext|zero]
      What an attacker can work out of each small count when the cells of the pattern are hidden. Ends with 1 when one is exact.
  samlad perturb FILE --variance V --max D --seed SEED
      Every cell with noise (cell key): the same seed, the same answer; noughts stay, nothing becomes smaller than the threshold.

  samlad curve FILE --time T --status S [--entry E] [--group G] [--at 180,365] [--cause 1]
      What has happened after how long, of everyone who started, with several outcomes possible (Aalen–Johansen). FILE is CSV with headings.
      --status                   0 followed until then without outcome, 1, 2 … outcomes; --entry when following the person began
      --tau T                    how far mean times are taken (else the last time)
      --bootstrap N --seed SEED  standard errors of mean times by N resamples, at least 500
  samlad effect FILE [--controls FILE2] --treated T --outcome Y --covariates A,B,…
      Those who started (1) beside those who did not (0), and whether the difference may be called an effect.
      --placebo P                the outcome before the start; --placebo-covariates A,B,… background from before that (else --covariates without P)
      --same-window --index-date-rule TEXT   both groups are of the same calendar time; how comparison persons were given their date
      --lottery                  places were drawn by lot: balance and weights are not asked for
      --sensitivity              the same estimate without one covariate at a time and without the largest weights
  samlad compare FILE --outcome Y --unit U [--covariates A,B,…]
      Units side by side without a ranking: observed and expected, funnel, shares with uncertainty.

  samlad contributions FILE.json
      What the members' contributions reach and whose sets the level (§§ 5 and 5 a), whole kronor. - reads standard input.
  samlad allocate FILE.json
      The state's frame shared between associations: base, support measure, inhabitants, brake, equity, cap; each step with its reason.

  samlad template [FILE] [--force]   the import template as a spreadsheet; --force overwrites
  samlad demo --participations N [--data FOLDER]    a new folder with N invented participations

For all: --data FOLDER (else ./data), --lang sv|en, --json (answers and errors as JSON), --help, --version

Examples
  samlad import list.xlsx --controller "Exempelkommun A1" --as disa.testberg --intervention "Andra Dörren Norr 1" --identity derive
  samlad import list.xlsx --controller "Exempelkommun A1" --as disa.testberg --intervention "Andra Dörren Norr 1" --identity derive --commit
  samlad tabulate --measure to-work-or-study --rows association --columns sex --where year=2024 --as nora.testlund
  samlad tabulate --measure participations --rows region --where year=2024 --format csv --as nora.testlund > participations.csv

Exit codes: 0 done · 1 unforeseen error, the log is not whole, or a count became exact · 2 the command was not understood · 3 refused · 4 some rows were stopped · 5 no contact with the server · 6 the protection could not be proven · 130 cancelled`,
}
