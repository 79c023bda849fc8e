import type { Catalogue } from '../values/catalogue.ts'

/** What the calculators refuse, and why each step of the allocation gave what it gave. */
export const calculatorMessages = {
  'money.wholeKronor': {
    sv: 'ska vara hela kronor, 0 eller mer, men är {given}.',
    en: 'should be whole kronor, 0 or more, but is {given}.',
  },
  'money.wholeKronorSigned': { sv: 'ska vara hela kronor, men är {given}.', en: 'should be whole kronor, but is {given}.' },
  'money.tooMuch': {
    sv: 'är {given}, mer än en biljon. Kontrollera siffrorna.',
    en: 'is {given}, more than a million million. Check the digits.',
  },
  'money.number': { sv: 'ska vara ett tal, 0 eller mer, men är {given}.', en: 'should be a number, 0 or more, but is {given}.' },
  'money.portion': { sv: 'ska vara en andel mellan 0 och 1, men är {given}.', en: 'should be a share between 0 and 1, but is {given}.' },
  'money.missing': { sv: 'saknas.', en: 'is missing.' },
  'money.unknownField': {
    sv: 'är inget fält som används. Kontrollera stavningen.',
    en: 'is no field that is used. Check the spelling.',
  },
  'money.shape': { sv: 'har fel form: {given}.', en: 'has the wrong shape: {given}.' },
  'money.noMunicipality': {
    sv: 'behöver minst en kommun (1 § lagen 2003:1210).',
    en: 'needs at least one municipality (§ 1 of the act 2003:1210).',
  },
  'money.unknownOutside': {
    sv: 'Obs: outsideRegion nämner {name}, som inte finns bland offers.municipalities. Det ändrar inget i svaret; kontrollera stavningen.',
    en: 'Note: outsideRegion names {name}, which is not among offers.municipalities. It changes nothing in the answer; check the spelling.',
  },
  'money.noRegion': {
    sv: 'är tom. Utan region kan bara en kommun utanför region delta (5 a §); {name} står inte i outsideRegion.',
    en: 'is empty. Without a region only a municipality outside every region takes part (§ 5 a); {name} is not in outsideRegion.',
  },
  'money.twoPartsNeeded': {
    sv: 'behöver två belopp, asMunicipality och asRegion: när en region deltar räknas {name} både som kommun och i regionernas fjärdedel (5 a §).',
    en: 'needs two amounts, asMunicipality and asRegion: where a region takes part {name} counts as a municipality and within the quarter of the regions (§ 5 a).',
  },
  'money.onePartNeeded': {
    sv: 'ska vara ett belopp: ingen region deltar, så {name} betalar hälften som en part (5 a §).',
    en: 'should be one amount: no region takes part, so {name} pays half as one party (§ 5 a).',
  },
  'money.notOutside': {
    sv: 'ska vara ett belopp. Två delar gäller bara en kommun utanför region (5 a §); {name} står inte i outsideRegion.',
    en: 'should be one amount. Two parts are only for a municipality outside every region (§ 5 a); {name} is not in outsideRegion.',
  },
  'money.bothKinds': {
    sv: 'står också som kommun utanför region. Ange beloppet i asRegion, inte här.',
    en: 'stands as a municipality outside every region as well. Give the amount in asRegion, not here.',
  },
  'money.sharesSum': { sv: 'ska bli 1 (eller 100) tillsammans, men blir {sum}.', en: 'should add up to 1 (or 100), but are {sum}.' },
  'money.amountsSum': {
    sv: 'ska bli {total, number} kr tillsammans, men blir {sum, number} kr.',
    en: 'should add up to SEK {total, number}, but are SEK {sum, number}.',
  },
  'money.nothingWeighs': { sv: 'är 0 för alla.', en: 'is 0 for all.' },
  'money.memberMissing': { sv: 'saknar {name}.', en: 'lacks {name}.' },
  'money.weightsSum': { sv: 'ska bli 1 tillsammans, men blir {sum}.', en: 'should add up to 1, but are {sum}.' },
  'money.baseAboveFrame': {
    sv: 'räcker ramen inte till: {n, number} förbund gånger {base, number} kr är {bases, number} kr, ramen är {frame, number} kr.',
    en: 'is more than the frame holds: {n, number} associations times SEK {base, number} is SEK {bases, number}, the frame is SEK {frame, number}.',
  },
  'money.noAssociations': { sv: 'behöver minst ett förbund.', en: 'needs at least one association.' },
  'money.idTwice': { sv: '{id} står två gånger.', en: '{id} stands twice.' },
  'money.allNought': {
    sv: 'har {field} 0 för alla, men vikten för det är inte 0.',
    en: 'have {field} 0 for all, but its weight is not 0.',
  },
  'money.stairTwice': { sv: '{above} står två gånger.', en: '{above} stands twice.' },
  'money.stairFalls': {
    sv: 'är lägre än på ett lägre steg. Mer eget kapital kan inte ge mindre avdrag.',
    en: 'is less than at a lower step. More equity cannot take off less.',
  },
  'allocation.base': { sv: 'Grundbelopp, lika för alla förbund.', en: 'Base, the same for every association.' },
  'allocation.supportMeasure': {
    sv: '{share, number, ::.##} % av försörjningsmåttet i alla förbund, som fördelar {weight, number, ::.##} % av det som är kvar efter grundbeloppen.',
    en: '{share, number, ::.##} % of the support measure of all associations, which shares {weight, number, ::.##} % of what is left after the bases.',
  },
  'allocation.population': {
    sv: '{share, number, ::.##} % av invånarna 16–64 i alla förbund, som fördelar {weight, number, ::.##} % av det som är kvar efter grundbeloppen.',
    en: '{share, number, ::.##} % of the inhabitants 16–64 of all associations, which share {weight, number, ::.##} % of what is left after the bases.',
  },
  'allocation.equity': {
    sv: 'Eget kapital {equity, number} kr är {share, number, ::.##} % av årets medel (två gånger modellbeloppet), över trappsteget {above, number, ::.##} %: avdrag {reduction, number, ::.##} %, och inget skydd av bromsen.',
    en: 'Equity of SEK {equity, number} is {share, number, ::.##} % of the year’s funds (twice the model amount), above the step at {above, number, ::.##} %: {reduction, number, ::.##} % is taken off, and the brake does not protect.',
  },
  'allocation.balance': {
    sv: 'Alla modellbelopp räknas om lika mycket ({change, number, ::.##} %) så att summan blir ramen {frame, number} kr.',
    en: 'All model amounts are scaled alike ({change, number, ::.##} %) so that the sum is the frame of SEK {frame, number}.',
  },
  'allocation.nothingOverFloors': {
    sv: 'Bromsens golv tar hela ramen {frame, number} kr, så inget är kvar att fördela efter modellen.',
    en: 'The floors of the brake take the whole frame of SEK {frame, number}, so nothing is left to share by the model.',
  },
  'allocation.brake': {
    sv: 'Bromsen: högst {brake, number, ::.##} % lägre än förra årets {previous, number} kr.',
    en: 'The brake: at most {brake, number, ::.##} % below last year’s SEK {previous, number}.',
  },
  'allocation.brakeScaled': {
    sv: 'Bromsen: högst {brake, number, ::.##} % lägre än förra årets {previous, number} kr. Golven är tillsammans större än ramen och räknas därför ner till {scale, number, ::.##} %.',
    en: 'The brake: at most {brake, number, ::.##} % below last year’s SEK {previous, number}. The floors together are above the frame and are scaled down to {scale, number, ::.##} %.',
  },
  'allocation.cap': {
    sv: 'Taket: förbundet kan matcha högst {cap, number} kr.',
    en: 'The cap: the association can match at most SEK {cap, number}.',
  },
  'allocation.rounding': {
    sv: 'Avrundning till hela kronor, så att summan stämmer.',
    en: 'Rounding to whole kronor, so that the sum is right.',
  },
} satisfies Catalogue
