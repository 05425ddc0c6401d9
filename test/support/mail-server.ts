import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

export interface MailServer {
  readonly url: string;
  readonly mails: readonly string[];
  close(): Promise<void>;
}

/** Just enough of an SMTP server (RFC 5321) to take mails on 127.0.0.1 and keep them. */
export async function startMailServer(): Promise<MailServer> {
  const mails: string[] = [];
  const server = createServer((socket) => {
    let received = '';
    let inMail = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    const answer = (line: string) => {
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'DATA') {
        inMail = true;
        say('354 Go on');
      } else if (verb === 'QUIT') {
        say('221 Bye');
        socket.end();
      } else say('250 OK');
    };
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      received += chunk;
      for (;;) {
        const end = inMail ? '\r\n.\r\n' : '\r\n';
        const at = received.indexOf(end);
        if (at < 0) return;
        const piece = received.slice(0, at);
        received = received.slice(at + end.length);
        if (inMail) {
          inMail = false;
          mails.push(piece);
          say('250 Taken');
        } else answer(piece);
      }
    });
    say('220 test');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    close: () => new Promise((done) => void server.close(() => done())),
  };
}
