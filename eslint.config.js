import tseslint from 'typescript-eslint'
import vue from 'eslint-plugin-vue'

const rawSql = {
  selector: "CallExpression[callee.object.name='sql'][callee.property.name='raw']",
  message: 'No raw SQL path (docs/decisions).',
}

// A thread that is ended while a module of it awaits takes the whole process with it, and any module may come to run in a thread.
const topLevelAwait = {
  selector: 'AwaitExpression:not(:function *)',
  message: 'No await outside functions (docs/decisions/0018).',
}

// What was done at half past midnight was done that day, in Sweden: the text of an instant has the day in Greenwich.
const dayOfInstant = ['object.property.name=/At$/', "object.callee.property.name='toISOString'", 'object.name=/^(at|instant|.*At)$/'].map(
  (of) => ({
    selector: `CallExpression[callee.property.name='slice'][callee.${of}][arguments.1.value=10]`,
    message: 'stockholmDate(instant) is the day of an instant.',
  }),
)

// Errors only: a rule that matters stops the build, a rule that does not matter is not here.
const limits = {
  'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
  'no-nested-ternary': 'error',
  eqeqeq: ['error', 'always'],
  'no-console': 'error',
  'no-restricted-syntax': ['error', rawSql, topLevelAwait, ...dayOfInstant],
  'vue/no-restricted-syntax': ['error', ...dayOfInstant],
}

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'data'] },
  ...tseslint.configs.strict,
  ...vue.configs['flat/essential'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: { 'vue/multi-word-component-names': 'off' },
  },
  {
    files: ['**/*.ts', '**/*.vue'],
    rules: {
      ...limits,
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/cli.ts', 'src/cli/**', 'scripts/**', 'bench/**', 'src/server.ts', 'src/platform/progress.ts'],
    rules: { 'no-console': 'off' },
  },
  { files: ['src/cli.ts', 'scripts/**', 'bench/**', 'test/**', '**/*.test.ts'], rules: { 'no-restricted-syntax': ['error', rawSql] } },
  { files: ['**/*.test.ts', 'test/**'], rules: { 'max-lines-per-function': 'off' } },
)
