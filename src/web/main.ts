import { createApp } from 'vue'
import '@fkui/theme-default/dist/theme-light.css'
import '@fkui/design/lib/fkui.min.css'
import './style.css'
import { setRunningContext, ValidationPlugin } from '@fkui/vue'
import App from './App.vue'
import { router } from './router.ts'

const app = createApp(App)
setRunningContext(app)
app.use(ValidationPlugin)
app.use(router)
app.mount('#app')
