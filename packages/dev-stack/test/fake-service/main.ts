/** A service in miniature: ready after a moment, tells its environment, ends when told to. */
import { createServer } from 'node:http';

const { MANAGEMENT_PORT, PORT } = process.env;
let isReady = false;

createServer((request, response) => {
  if (request.url === '/crash') {
    process.stderr.write('the disk is full\n');
    process.exit(3);
  }
  response.end(JSON.stringify(process.env));
}).listen(Number(PORT), '127.0.0.1');

createServer((_request, response) => {
  response.statusCode = isReady ? 200 : 503;
  response.end();
}).listen(Number(MANAGEMENT_PORT), '127.0.0.1', () => {
  setTimeout(() => {
    isReady = true;
  }, 100);
});

process.on('SIGTERM', () => process.exit(0));
