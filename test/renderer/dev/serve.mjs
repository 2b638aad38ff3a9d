// Serves the page with the memory engine: node test/renderer/dev/serve.mjs [port], then /test/renderer/dev/index.html
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';

const server = await createServer({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  configFile: false,
  plugins: [react()],
  server: {
    port: Number(process.argv[2] ?? 5199),
    host: '127.0.0.1',
    watch: { ignored: ['**/.cache/**', '**/out/**', '**/test-results/**'] },
  },
  optimizeDeps: { entries: ['test/renderer/dev/main.ts', 'renderer/main.tsx'] },
});
await server.listen();
server.printUrls();
