import { createRouter, createWebHistory } from 'vue-router'
import HomePage from './HomePage.vue'

/** Every page and its address. */
export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', component: HomePage },
    { path: '/logga-in', component: () => import('../access/SignInPage.vue') },
    { path: '/kom-igang', component: () => import('../access/SetUpPage.vue') },
    { path: '/forbund', component: () => import('../associations/AssociationsPage.vue') },
    { path: '/forbund/:slug', component: () => import('../associations/AssociationPage.vue'), props: true },
    { path: '/uppfoljning', component: () => import('../statistics/FollowUpPage.vue') },
    { path: '/:rest(.*)', component: () => import('./NotFoundPage.vue') },
  ],
  scrollBehavior: (to, _from, saved) => saved ?? (to.hash ? { el: to.hash } : { top: 0 }),
})
