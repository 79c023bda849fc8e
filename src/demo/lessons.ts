/** Invented lessons: what associations might write when a trial is over. Of nobody and no real place. */
export const inventedLessons = {
  adopt: [
    'Två handledare från olika parter gjorde att ingen deltagare föll mellan stolarna. Räkna med ett halvår innan arbetssättet sitter.',
    'Styrgruppen träffades varje månad det första året. Utan det hade parterna inte kommit överens om vem som skulle betala efteråt.',
    'Det avgörande var att en enhetschef hade ansvaret från början. Planera övertagandet redan i ansökan, inte det sista halvåret.',
    'Arbetsgivarkontakterna behöver en egen tjänst. När de var en bisyssla hann ingen med dem.',
    'Gemensam kartläggning sparade tid för alla. Börja med ett enda formulär och lägg till efter hand.',
  ],
  partly: [
    'Samverkansteamet lever kvar, men uppföljningen av deltagarna gjorde det inte: den hade ingen budget. Ta med den i kommunens ordinarie ram.',
    'Metoden behölls men med färre timmar per deltagare. Följ upp om det fortfarande ger samma resultat.',
    'Regionens del upphörde när projektmedlen tog slut. Kommunens del var inskriven i verksamhetsplanen och blev kvar.',
  ],
  end: [
    'Lokalerna låg för långt från busslinjen, så många slutade komma. Pröva resvägen innan hyresavtalet skrivs.',
    'Målgruppen var för liten i ett så litet område. Gå ihop med grannförbundet, eller bredda målgruppen från början.',
    'Vi sökte medel för två år men rekryteringen tog ett. Starta inte förrän personalen finns på plats.',
    'Ingen part ville äga insatsen efter projektet. Fråga var och en skriftligt innan ni beviljar medel.',
    'Arbetsförmedlingens upphandling ändrades under tiden och deltagarna kunde inte gå vidare. Bevaka sådana beslut.',
    'Insatsen gjorde samma sak som ordinarie verksamhet redan gör. Jämför med det som finns innan ni börjar.',
  ],
  prolong: [
    'Första året gick till att bygga upp. Vi förlänger för att ha tolv månaders uppföljning att besluta på.',
    'Två parter vill se hur det går för deltagarna efter avslut innan de tar ställning. Bestäm sådana villkor före starten.',
  ],
} as const

export const inventedKept = [
  'Gemensam kartläggning och en fast kontaktperson.',
  'Veckovisa träffar i teamet och samma formulär.',
  'Stödet på arbetsplatsen de första sex månaderna.',
  'Arbetsgivarkontakterna, men inte gruppträffarna.',
]

export const inventedPosts = [
  'Enhetschefen, arbetsmarknadsenheten',
  'Verksamhetschefen, vuxenpsykiatrin',
  'Avdelningschefen, socialtjänsten',
]

export const inventedNotes = {
  yes: ['Tjänsterna är tillsatta och arbetssättet är inskrivet i verksamhetsplanen.', ''],
  partly: ['En av två tjänster är kvar.', 'Arbetssättet finns kvar, men inte för alla målgrupper.'],
  no: ['Tjänsten drogs in när budgeten minskade.', 'Enheten slogs ihop med en annan och arbetssättet följde inte med.'],
}
