import { createApp } from 'vue'
import '@fkui/theme-default/dist/theme-light.css'
import '@fkui/design/lib/fkui.min.css'
import './style.css'
import App from './App.vue'
import { router } from './router.ts'

const app = createApp(App)
let hasForms = false
// The form library is large: public pages, which have no forms, come without it.
router.beforeEach(async (to) => {
  if (to.meta.isPlain || hasForms) return
  const { setRunningContext, ValidationPlugin } = await import('@fkui/vue')
  setRunningContext(app)
  app.use(ValidationPlugin)
  hasForms = true
})
app.use(router)
app.mount('#app')
