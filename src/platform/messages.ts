import type { Catalogue } from '../values/catalogue.ts'

export const platformMessages = {
  'error.notFound': {
    sv: 'Det finns inte, eller så har du inte behörighet att se det.',
    en: 'It does not exist, or you may not see it.',
  },
  'error.signIn': { sv: 'Du behöver logga in först.', en: 'You need to sign in first.' },
  'error.forbidden': {
    sv: 'Din roll får inte göra detta. Byt roll eller be den som har behörighet.',
    en: 'Your role may not do this. Change role or ask somebody who may.',
  },
  'error.badRequest': {
    sv: 'Något i det du skickade går inte att läsa. Se vad som är markerat.',
    en: 'Something you sent could not be read. See what is marked.',
  },
  'error.tooLarge': { sv: 'Det du skickade är för stort.', en: 'What you sent is too large.' },
  'error.tooMany': {
    sv: 'För många försök på kort tid. Vänta en stund och försök igen.',
    en: 'Too many attempts. Wait a while and try again.',
  },
  'error.origin': {
    sv: 'Anropet kom inte från Samlads egna sidor och stoppades.',
    en: 'The call did not come from Samlad’s own pages and was stopped.',
  },
  'error.otherNode': {
    sv: 'Databasen är gjord för noden ”{is}” och kan inte startas som ”{wanted}”. Ange SAMLAD_NODE={is}, eller en ny datamapp eller databas.',
    en: 'The database was made for the node “{is}” and cannot be started as “{wanted}”. Say SAMLAD_NODE={is}, or give a new folder or database.',
  },
  'error.ownerRights': {
    sv: 'Inloggningen i DATABASE_URL får inte göra det som behövs i databasen: {what}. Vad den ska få göra, och hur den får det, står under PostgreSQL i docs/users/drift.md.',
    en: 'The login of DATABASE_URL may not do what is needed in the database: {what}. What it is to be allowed, and how, stands under PostgreSQL in docs/users/drift.md (in Swedish).',
  },
  'error.internal': {
    sv: 'Något gick fel hos oss. Inget är sparat. Försök igen; felnumret är {id}.',
    en: 'Something went wrong on our side. Nothing was saved. Try again; the error number is {id}.',
  },
  'error.offline': {
    sv: 'Servern svarar inte. Det du skrivit finns kvar här; försök igen om en stund.',
    en: 'The server does not answer. What you typed is still here; try again shortly.',
  },
  'error.personnummer': {
    sv: 'Texten ser ut att innehålla ett personnummer. Ta bort det: här skrivs inget om enskilda personer.',
    en: 'The text seems to hold a personal number. Remove it: nothing about individuals is written here.',
  },
  'error.field': { sv: 'Värdet går inte att använda här.', en: 'The value cannot be used here.' },
  'lock.taken': {
    sv: 'Mappen {folder} används redan av en annan Samlad (process {pid}). Stoppa den först, eller välj en annan mapp med --data.',
    en: 'The folder {folder} is already used by another Samlad (process {pid}). Stop it first, or choose another folder with --data.',
  },
} satisfies Catalogue
