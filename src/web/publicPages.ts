import type { RouteRecordRaw } from 'vue-router'

/** What is published, for everybody: pages that need no sign-in. */
export const publicPages: readonly RouteRecordRaw[] = [
  {
    path: '/statistik',
    component: () => import('../statistics/glance/page/GlancePage.vue'),
    meta: { isPlain: true },
  },
  {
    path: '/statistik/pengar',
    component: () => import('../statistics/nationalMoney/page/NationalMoneyPage.vue'),
    meta: { isPlain: true },
  },
  {
    path: '/statistik/pengar/medlem/:id',
    component: () => import('../statistics/nationalMoney/page/MemberMoneyPage.vue'),
    props: true,
    meta: { isPlain: true },
  },
  {
    path: '/statistik/metod/:code',
    component: () => import('../statistics/glance/page/MethodPage.vue'),
    props: true,
    meta: { isPlain: true },
  },
  {
    path: '/statistik/forbund/:slug',
    component: () => import('../statistics/glance/page/GlancePage.vue'),
    props: true,
    meta: { isPlain: true },
  },
  {
    path: '/statistik/tabeller/:id',
    component: () => import('../statistics/opendata/page/OpenTablePage.vue'),
    props: true,
    meta: { isPlain: true },
  },
  {
    path: '/statistik/oppna-data',
    component: () => import('../statistics/opendata/page/OpenDataPage.vue'),
    meta: { isPlain: true },
  },
  {
    path: '/statistik/utgavor',
    component: () => import('../statistics/publication/page/ReleasesPage.vue'),
    meta: { isPlain: true },
  },
  {
    path: '/statistik/:id',
    component: () => import('../statistics/publication/page/ReleasePage.vue'),
    props: true,
    meta: { isPlain: true },
  },
]
