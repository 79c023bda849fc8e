import { createRouter, createWebHistory } from 'vue-router'
import HomePage from './HomePage.vue'

/** Every page and its address. */
export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', component: HomePage },
    { path: '/logga-in', component: () => import('../access/SignInPage.vue') },
    { path: '/logga-in/svar', component: () => import('../access/ProviderAnswerPage.vue') },
    { path: '/kom-igang', component: () => import('../access/SetUpPage.vue') },
    { path: '/konto', component: () => import('../access/AccountPage.vue') },
    { path: '/konto/nytt', component: () => import('../access/local/NewAccountPage.vue') },
    { path: '/personal', component: () => import('../access/staff/StaffPage.vue') },
    { path: '/forbund', component: () => import('../associations/AssociationsPage.vue') },
    { path: '/forbund/:slug', component: () => import('./AssociationWithInterventions.vue'), props: true },
    { path: '/forbund/:slug/ar/:year(\\d{4})', component: () => import('../interventions/year/YearPage.vue'), props: true },
    { path: '/forbund/:slug/inbjudan/:organisationId', component: () => import('../interventions/year/InvitationPage.vue'), props: true },
    { path: '/forbund/:slug/las-in', component: () => import('./AssociationImportPage.vue'), props: true },
    { path: '/insatser', component: () => import('../interventions/page/InterventionsPage.vue') },
    { path: '/insatser/ny', component: () => import('../interventions/page/NewInterventionPage.vue') },
    { path: '/insatser/:id', component: () => import('../interventions/page/InterventionPage.vue'), props: true },
    { path: '/insatser/:id/andra', component: () => import('../interventions/page/ChangeInterventionPage.vue'), props: true },
    { path: '/insatser/:id/andelar', component: () => import('../interventions/shares/SharesPage.vue'), props: true },
    { path: '/metoder', component: () => import('../interventions/page/MethodsPage.vue') },
    { path: '/exempel', component: () => import('../interventions/page/ExamplesPage.vue') },
    { path: '/mina-insatser', component: () => import('../participations/register/MyWorkPage.vue') },
    { path: '/mina-insatser/ny', component: () => import('../participations/register/NewRecordPage.vue') },
    { path: '/deltaganden/:controllerId/:id', component: () => import('../participations/register/RecordPage.vue'), props: true },
    { path: '/importera', component: () => import('./ImportPage.vue') },
    { path: '/uppfoljning', component: () => import('../statistics/page/FollowUpPage.vue') },
    { path: '/:rest(.*)', component: () => import('./NotFoundPage.vue') },
  ],
  scrollBehavior: (to, _from, saved) => saved ?? (to.hash && !/^#[0-9a-f]{40,}$/.test(to.hash) ? { el: to.hash } : { top: 0 }),
})
