import js from '@eslint/js';
import globals from 'globals';

export default [
  { ignores: ['**/node_modules/', '**/build/'] },
  js.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'max-lines': ['error', 300],
    },
  },
  {
    // Emscripten's linker knows no newer words.
    files: ['**/shared/*.js'],
    languageOptions: { ecmaVersion: 2021 },
  },
  {
    // Emscripten's linker reads these, with names of its own.
    files: ['**/*.lib.js'],
    languageOptions: { sourceType: 'script' },
    rules: {
      // Members of the library are used by name from C++ and from each other with a $ or _ before it.
      'no-undef': 'off',
      'no-unused-vars': ['error', { varsIgnorePattern: '^(Weft|weft|\\$)', argsIgnorePattern: '^_' }],
    },
  },
];
