import type { RouteComponent, RouteRecordRaw } from 'vue-router'

/** Pages of an association's own books, for those who have a role there, by their address under the association's. */
const pages: Record<string, () => Promise<RouteComponent>> = {
  'ar/:year(\\d{4})': () => import('../interventions/year/YearPage.vue'),
  medlemsbidrag: () => import('../financing/contributions/page/ContributionsPage.vue'),
  ekonomi: () => import('../financing/economy/page/EconomyPage.vue'),
  budget: () => import('../financing/budget/page/BudgetPage.vue'),
  medel: () => import('../financing/grants/page/GrantsPage.vue'),
  ansokningar: () => import('../applications/page/ApplicationsPage.vue'),
  'att-gora': () => import('../governance/notices/page/NoticesPage.vue'),
  behov: () => import('../applications/need/page/NeedPage.vue'),
  'ansokningar/:id/esf': () => import('../applications/esf/page/EsfPage.vue'),
  'ansokningar/:id': () => import('../applications/page/ApplicationPage.vue'),
  uppdrag: () => import('../financing/commissions/page/CommissionsPage.vue'),
  'stanga-ar': () => import('../financing/closing/page/ClosingPage.vue'),
  'tank-om': () => import('./ScenariosWithFiles.vue'),
  'inbjudan/:organisationId': () => import('../interventions/year/InvitationPage.vue'),
}

export const associationPages: RouteRecordRaw[] = Object.entries(pages).map(([path, component]) => ({
  path: `/forbund/:slug/${path}`,
  component,
  props: true,
  meta: { needsSignIn: true },
}))
