import type { ConsentLanguage } from './domain.ts'

/**
 * Texts to begin from, one per language, with the same content: what is recorded, why, who sees it, that it is voluntary and can be taken
 * back. Drafts: the controller adapts them to its own decision and has translations checked before they are used.
 */
export const consentDrafts: Record<ConsentLanguage, string> = {
  sv: `Vi vill följa upp hur det går för dem som deltar i insatsen.

Vi sparar när du börjar och slutar, kön, födelseår, hemkommun, utbildning, sysselsättning och försörjning. Vi sparar inte ditt namn eller personnummer i uppföljningen. Du får en kod.

Bara personal hos oss som arbetar med insatsen kan se uppgifterna om dig. Andra får bara sammanställda siffror, där ingen enskild kan kännas igen.

Det är frivilligt. Du kan delta i insatsen även om du säger nej. Du kan ändra dig när du vill. Då tar vi bort uppgifterna.

Du har rätt att få veta vad som är sparat om dig. Fråga oss och visa din kod.`,
  'sv-easy': `Vi vill veta hur det går för dig.

Vi skriver upp när du börjar och när du slutar. Vi skriver också upp om du arbetar eller studerar, och hur du får pengar. Vi skriver inte ditt namn. Du får en kod.

Bara vi som arbetar här kan se det. Andra får bara veta siffror om många personer.

Du bestämmer själv. Du får vara med även om du säger nej. Du kan ändra dig. Då tar vi bort allt.

Vill du veta vad vi har skrivit? Fråga oss. Visa din kod.`,
  en: `We want to follow up how things go for those who take part.

We record when you begin and end, your sex, birth year, home municipality, education, occupation and income support. We do not record your name or personal identity number in the follow-up. You get a code.

Only our own staff who work with the intervention can see your record. Others get figures in which no individual can be recognised.

It is voluntary. You may take part even if you say no. You can change your mind at any time. We then remove your record.

You have the right to know what is recorded about you. Ask us and show your code.`,
  ar: `نريد أن نتابع كيف تسير الأمور بالنسبة للمشاركين.

نسجل متى تبدأ ومتى تنتهي، والجنس، وسنة الميلاد، وبلدية السكن، والتعليم، والعمل، ومصدر الدخل. لا نسجل اسمك أو رقمك الشخصي في المتابعة. ستحصل على رمز.

موظفونا الذين يعملون في هذا النشاط هم فقط من يمكنهم رؤية بياناتك. يحصل الآخرون على أرقام إجمالية لا يمكن التعرف من خلالها على أي شخص.

المشاركة في التسجيل طوعية. يمكنك المشاركة في النشاط حتى لو رفضت. يمكنك تغيير رأيك في أي وقت، وعندئذ نحذف بياناتك.

لك الحق في معرفة ما هو مسجل عنك. اسألنا وأظهر رمزك.`,
  so: `Waxaan rabnaa inaan la socono sida ay wax ugu socdaan dadka ka qayb qaata.

Waxaan diiwaan gelinaa goorta aad bilowdo iyo goorta aad dhammeyso, jinsiga, sannadka dhalashada, degmada, waxbarashada, shaqada iyo dakhliga. Magacaaga ama lambarkaaga shakhsiga ah kuma diiwaan gelino la socodka. Waxaad helaysaa kood.

Kaliya shaqaalahayaga ka shaqeeya hawshan ayaa arki kara xogtaada. Dadka kale waxay helaan tirooyin guud oo aan qofna laga garan karin.

Waa ikhtiyaari. Waad ka qayb qaadan kartaa xataa haddii aad diido. Mar kasta waad beddeli kartaa go'aankaaga, markaas waan tirtiraynaa xogta.

Waxaad xaq u leedahay inaad ogaato waxa lagaa diiwaan geliyey. Na weydii oo tus koodhkaaga.`,
  uk: `Ми хочемо знати, як ідуть справи в тих, хто бере участь.

Ми записуємо, коли ви починаєте і закінчуєте, стать, рік народження, муніципалітет проживання, освіту, зайнятість і джерело доходу. Ми не записуємо ваше ім'я чи персональний номер. Ви отримаєте код.

Лише наші працівники, які працюють із цим заходом, можуть бачити ваші дані. Інші отримують тільки зведені цифри, за якими неможливо впізнати окрему людину.

Це добровільно. Ви можете брати участь, навіть якщо відмовитеся. Ви можете передумати будь-коли, і тоді ми видалимо ваші дані.

Ви маєте право знати, що записано про вас. Запитайте нас і покажіть свій код.`,
}
