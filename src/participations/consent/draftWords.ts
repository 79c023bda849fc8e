import type { ConsentLanguage } from './domain.ts'
import type { TextGroup } from './textGroups.ts'

/** The pieces of a consent text in one language. */
export interface DraftWords {
  begins: string
  /** What is recorded, a line for each group of fields. */
  groups: Record<TextGroup, string>
  says: {
    sensitive: string
    /** True whether or not the controller has opened for personal numbers. */
    identity: string
    whoSees: string
    /** True whether or not the controller has a decision on disposal: without one the record is locked, not removed. */
    takenBack: string
    ownRight: string
  }
}

/** The same content six times. Whoever changes one changes all, and has somebody who speaks the language read it. */
export const draftWords: Record<ConsentLanguage, DraftWords> = {
  sv: {
    begins: 'Vi vill följa upp hur det går för dem som deltar i insatsen. Säger du ja sparar vi det här om dig:',
    groups: {
      period: 'när du börjar och slutar, och varför du slutar',
      background: 'kön, födelseår och hemkommun, och varför du deltar om du är yngre eller äldre än de flesta',
      bornAbroad: 'om du är född i Sverige eller i ett annat land',
      education: 'vilken utbildning du har',
      work: 'om du arbetar, studerar eller söker arbete, hur mycket, vilken sorts arbete det är, och hur länge sedan det är som du arbetade',
      support: 'vad du lever på, till exempel sjukpenning eller ekonomiskt bistånd, och hur länge du har fått sådant stöd',
      targetGroups:
        'vilka grupper du hör till, till exempel långtidssjukskriven, nyanländ, psykisk ohälsa, neuropsykiatrisk funktionsnedsättning, skadligt bruk eller beroende, våldsutsatt eller socialt isolerad',
      referrer: 'vem som föreslog insatsen för dig',
      ownAnswers: 'dina egna svar på tre frågor om umgänge, tro på din förmåga och tro på arbete; du får låta bli att svara',
      ground: 'att du har sagt ja, och när',
      followUps: 'hur det går för dig sedan: vi hör av oss under upp till två år efter att du har slutat',
    },
    says: {
      sensitive: 'En del av detta är känsliga uppgifter, bland annat om hälsa. Därför frågar vi dig först.',
      identity:
        'Vi sparar inte ditt namn. Du får en kod. Ditt personnummer sparas bara om vi har fattat ett särskilt beslut om det, och då krypterat. Fråga oss om det gäller dig.',
      whoSees:
        'Bara personal hos oss som arbetar med insatsen eller ansvarar för uppgifterna kan se vad som står om dig. Andra får bara sammanställda siffror, där ingen enskild ska kunna kännas igen.',
      takenBack:
        'Det är frivilligt. Du kan delta i insatsen även om du säger nej. Du kan ändra dig när du vill. Då slutar vi att använda uppgifterna. Har vi ett beslut om gallring tar vi bort dem genast. Annars låser vi dem tills de får tas bort: ingen ser dem, och de är inte med i några nya siffror. Du räknas då bara som en i ett antal.',
      ownRight: 'Du har rätt att få veta vad som är sparat om dig. Fråga oss och visa din kod.',
    },
  },
  'sv-easy': {
    begins: 'Vi vill veta hur det går för dig. Om du säger ja skriver vi upp det här:',
    groups: {
      period: 'vilken dag du börjar, vilken dag du slutar och varför du slutar',
      background:
        'om du är kvinna eller man, vilket år du är född och var du bor. Är du mycket ung eller äldre skriver vi varför du är med',
      bornAbroad: 'om du är född i Sverige eller i ett annat land',
      education: 'hur mycket du har gått i skolan',
      work: 'om du arbetar, studerar eller söker jobb, hur mycket, vilken sorts jobb, och när du hade ett jobb senast',
      support: 'hur du får pengar, och hur länge du har fått hjälp med pengar',
      targetGroups:
        'varför du behöver hjälp. Det kan vara att du är sjuk, är ny i Sverige, mår dåligt psykiskt, har adhd eller autism, dricker för mycket eller tar droger, har råkat ut för våld eller är ensam',
      referrer: 'vem som sa att du kunde komma hit',
      ownAnswers: 'vad du själv svarar på tre frågor: om vänner, om vad du klarar och om arbete. Du behöver inte svara',
      ground: 'att du har sagt ja, och vilken dag',
      followUps: 'hur det går för dig sedan. Vi frågar dig igen, i högst två år efter att du har slutat',
    },
    says: {
      sensitive: 'En del av det här är privat, till exempel om du är sjuk. Därför frågar vi dig först.',
      identity:
        'Vi skriver inte ditt namn. Du får en kod. Vi skriver ditt personnummer bara om vi har bestämt det. Då gömmer vi det i hemlig skrift. Fråga oss om vi gör så.',
      whoSees: 'Bara vi som arbetar här kan se det. Andra får bara veta siffror om många personer.',
      takenBack:
        'Du bestämmer själv. Du får vara med även om du säger nej. Du kan ändra dig. Då slutar vi att använda det som står om dig. Ibland får vi ta bort det på en gång. Annars låser vi in det tills vi får ta bort det. Då kan ingen se det. Vi minns bara att en person har varit med, inte vem.',
      ownRight: 'Vill du veta vad vi har skrivit? Fråga oss. Visa din kod.',
    },
  },
  en: {
    begins: 'We want to follow up how things go for those who take part. If you say yes, we record this about you:',
    groups: {
      period: 'when you begin and end, and why you end',
      background: 'your sex, birth year and home municipality, and why you take part if you are younger or older than most',
      bornAbroad: 'whether you were born in Sweden or in another country',
      education: 'your education',
      work: 'whether you work, study or look for work, how much, what kind of work it is, and how long ago you last worked',
      support: 'what you live on, such as sickness benefit or social assistance, and how long you have had such support',
      targetGroups:
        'which groups you belong to, such as long-term sick-listed, newly arrived, mental ill health, neuropsychiatric disability, harmful use or dependence, exposed to violence, or socially isolated',
      referrer: 'who proposed the intervention to you',
      ownAnswers: 'your own answers to three questions about company, belief in your ability and belief in work; you need not answer',
      ground: 'that you have said yes, and when',
      followUps: 'how things go for you afterwards: we get in touch for up to two years after you have ended',
    },
    says: {
      sensitive: 'Some of this is sensitive, among other things about health. That is why we ask you first.',
      identity:
        'We do not record your name. You get a code. Your personal identity number is recorded only if we have made a special decision on it, and then encrypted. Ask us whether that applies to you.',
      whoSees:
        'Only our own staff who work with the intervention or answer for the records can see what is recorded about you. Others get figures, in which no individual should be recognisable.',
      takenBack:
        'It is voluntary. You may take part even if you say no. You can change your mind at any time. We then stop using the record. If we have a decision on disposal we remove it at once. Otherwise we lock it until it may be removed: nobody sees it, and it is in no new figures. You are then only one in a number.',
      ownRight: 'You have the right to know what is recorded about you. Ask us and show your code.',
    },
  },
  ar: {
    begins: 'نريد أن نتابع كيف تسير الأمور بالنسبة للمشاركين في النشاط. إذا وافقت فسنسجل عنك ما يلي:',
    groups: {
      period: 'متى تبدأ ومتى تنتهي، ولماذا تنتهي',
      background: 'الجنس وسنة الميلاد وبلدية السكن، وسبب مشاركتك إذا كنت أصغر أو أكبر سنًا من معظم المشاركين',
      bornAbroad: 'هل ولدت في السويد أم في بلد آخر',
      education: 'ما هو تعليمك',
      work: 'هل تعمل أو تدرس أو تبحث عن عمل، وبأي قدر، وما نوع العمل، وكم مضى من الوقت منذ آخر عمل لك',
      support: 'مصدر معيشتك، مثل التعويض المرضي أو المساعدة الاقتصادية، ومنذ متى تحصل على هذا الدعم',
      targetGroups:
        'المجموعات التي تنتمي إليها، مثل: في إجازة مرضية طويلة، قادم جديد، اعتلال الصحة النفسية، إعاقة عصبية نفسية، تعاطٍ ضار أو إدمان، التعرض للعنف، أو العزلة الاجتماعية',
      referrer: 'من اقترح عليك النشاط',
      ownAnswers: 'إجاباتك أنت عن ثلاثة أسئلة حول العلاقات مع الناس والثقة بقدرتك والثقة بإمكانية العمل؛ ولست ملزمًا بالإجابة',
      ground: 'أنك وافقت، ومتى',
      followUps: 'كيف تسير أمورك بعد ذلك: نتواصل معك لمدة تصل إلى سنتين بعد انتهائك',
    },
    says: {
      sensitive: 'بعض هذه المعلومات حساسة، ومنها ما يتعلق بالصحة. لذلك نسألك أولًا.',
      identity:
        'لا نسجل اسمك. ستحصل على رمز. لا يُسجل رقمك الشخصي إلا إذا اتخذنا قرارًا خاصًا بذلك، وعندها يكون مشفرًا. اسألنا إن كان ذلك ينطبق عليك.',
      whoSees:
        'موظفونا الذين يعملون في النشاط أو المسؤولون عن البيانات هم فقط من يمكنهم رؤية ما سُجل عنك. يحصل الآخرون على أرقام إجمالية فقط، لا ينبغي أن يمكن التعرف من خلالها على أي شخص.',
      takenBack:
        'الأمر طوعي. يمكنك المشاركة في النشاط حتى لو رفضت. يمكنك تغيير رأيك في أي وقت، وعندئذ نتوقف عن استخدام بياناتك. إذا كان لدينا قرار بالإتلاف فإننا نحذفها فورًا. وإلا فإننا نقفلها إلى أن يُسمح بحذفها: لا يراها أحد ولا تدخل في أي أرقام جديدة. وعندها لا تُحسب إلا واحدًا ضمن عدد.',
      ownRight: 'لك الحق في معرفة ما هو مسجل عنك. اسألنا وأظهر رمزك.',
    },
  },
  so: {
    begins:
      'Waxaan rabnaa inaan la socono sida ay wax ugu socdaan dadka ka qayb qaata hawsha. Haddii aad haa tiraahdo, waxaan kaa diiwaan gelinaynaa:',
    groups: {
      period: 'goorta aad bilowdo iyo goorta aad dhammeyso, iyo sababta aad u dhammeyso',
      background:
        'jinsiga, sannadka dhalashada iyo degmada aad deggan tahay, iyo sababta aad uga qayb qaadato haddii aad ka yar tahay ama ka weyn tahay dadka badankiisa',
      bornAbroad: 'in aad ku dhalatay Iswiidhan ama dal kale',
      education: 'waxbarashadaada',
      work: 'in aad shaqeyso, wax barato ama shaqo raadiso, inta ay le’eg tahay, nooca shaqada, iyo inta laga joogo markii ugu dambeysay ee aad shaqeysay',
      support: 'waxa aad ku nooshahay, tusaale ahaan lacagta xanuunka ama kaalmada dhaqaalaha, iyo inta aad taageeradaas heleysay',
      targetGroups:
        'kooxaha aad ka tirsan tahay, tusaale ahaan fasax jirro oo dheer, dhowaan soo gale, xanuunka dhimirka, naafanimo neerfo-nafsi ah, isticmaal dhib leh ama balwad, qof rabshad loo geystay, ama qof bulshada ka go’doonsan',
      referrer: 'cidda kuu soo jeedisay hawsha',
      ownAnswers:
        'jawaabahaaga saddex su’aalood oo ku saabsan dadka aad la joogto, kalsoonida awooddaada iyo rajada shaqo; qasab kuguma aha inaad ka jawaabto',
      ground: 'in aad haa tiri, iyo goorta',
      followUps: 'sida ay wax kuugu socdaan kadib: waxaan kula soo xiriireynaa ilaa laba sano kadib markaad dhammeyso',
    },
    says: {
      sensitive: 'Qaar ka mid ah waa xog xasaasi ah, oo ay ku jirto caafimaadka. Sidaas darteed marka hore adiga ayaan ku weydiineynaa.',
      identity:
        'Magacaaga ma diiwaan gelinno. Waxaad helaysaa kood. Lambarkaaga shakhsiga ah waxaa la diiwaan geliyaa oo keliya haddii aan go’aan gaar ah ka gaarnay, markaasna waa la sireeyaa. Na weydii haddii ay ku khusayso.',
      whoSees:
        'Kaliya shaqaalahayaga ka shaqeeya hawsha ama mas’uulka ka ah xogta ayaa arki kara waxa lagaa qoray. Dadka kale waxay helaan tirooyin guud oo keliya, oo aan qofna laga garan karin.',
      takenBack:
        'Waa ikhtiyaari. Hawsha waad ka qayb qaadan kartaa xataa haddii aad diido. Mar kasta waad beddeli kartaa go’aankaaga, markaas waan joojineynaa isticmaalka xogta. Haddii aan hayno go’aan tirtirid, isla markiiba waan tirtiraynaa. Haddii kale waan qufulaynaa ilaa la oggolaado in la tirtiro: cidina ma arkayso, tirooyin cusubna kuma jirto. Markaas waxaad tahay oo keliya hal qof oo tiro ku jira.',
      ownRight: 'Waxaad xaq u leedahay inaad ogaato waxa lagaa diiwaan geliyey. Na weydii oo tus koodhkaaga.',
    },
  },
  uk: {
    begins: 'Ми хочемо знати, як ідуть справи в тих, хто бере участь у заході. Якщо ви погодитеся, ми запишемо про вас таке:',
    groups: {
      period: 'коли ви починаєте і закінчуєте, і чому закінчуєте',
      background:
        'стать, рік народження і муніципалітет проживання, а також чому ви берете участь, якщо ви молодші або старші за більшість',
      bornAbroad: 'чи ви народилися у Швеції, чи в іншій країні',
      education: 'яка у вас освіта',
      work: 'чи ви працюєте, навчаєтеся або шукаєте роботу, скільки, яка це робота, і як давно ви востаннє працювали',
      support: 'на що ви живете, наприклад допомога через хворобу чи соціальна допомога, і як довго ви отримуєте таку підтримку',
      targetGroups:
        'до яких груп ви належите, наприклад тривалий лікарняний, новоприбулі, психічне нездоров’я, нейропсихіатричні порушення, шкідливе вживання або залежність, потерпілі від насильства чи соціально ізольовані',
      referrer: 'хто запропонував вам цей захід',
      ownAnswers: 'ваші власні відповіді на три запитання: про спілкування, віру у власні сили і віру в роботу; відповідати не обов’язково',
      ground: 'що ви погодилися, і коли',
      followUps: 'як ідуть ваші справи потім: ми зв’язуємося з вами протягом щонайбільше двох років після закінчення',
    },
    says: {
      sensitive: 'Частина цих даних чутлива, зокрема про здоров’я. Тому ми спочатку питаємо вас.',
      identity:
        'Ми не записуємо ваше ім’я. Ви отримаєте код. Ваш персональний номер записується, лише якщо ми прийняли про це окреме рішення, і тоді зашифровано. Запитайте нас, чи це стосується вас.',
      whoSees:
        'Лише наші працівники, які працюють із цим заходом або відповідають за дані, можуть бачити, що про вас записано. Інші отримують тільки зведені цифри, за якими не має бути можливо впізнати окрему людину.',
      takenBack:
        'Це добровільно. Ви можете брати участь, навіть якщо відмовитеся. Ви можете передумати будь-коли, і тоді ми перестанемо користуватися даними. Якщо в нас є рішення про знищення, ми видалимо їх одразу. Інакше ми заблокуємо їх, доки їх не можна буде видалити: ніхто їх не бачить, і їх немає в нових цифрах. Тоді ви лишаєтеся тільки одиницею в загальній кількості.',
      ownRight: 'Ви маєте право знати, що записано про вас. Запитайте нас і покажіть свій код.',
    },
  },
}
