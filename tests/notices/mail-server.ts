// SPDX-License-Identifier: AGPL-3.0-or-later
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";

/** A real mail server on this machine. `refuse` decides which recipients it turns away, and with which code. */
export async function startMailServer(refuse: (recipient: string) => number | null = () => null) {
  const received: Email[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, done) {
      const code = refuse(address);
      done(code ? Object.assign(new Error("refused"), { responseCode: code }) : null);
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        void PostalMime.parse(Buffer.concat(chunks)).then((email) => {
          received.push(email);
          done();
        });
      });
    },
  });
  const port = await new Promise<number>((ready) => {
    const listener = server.listen(0, "127.0.0.1", () => {
      const address = listener.address();
      ready(typeof address === "object" && address ? address.port : 0);
    });
  });
  onTestFinished(() => new Promise<void>((closed) => server.close(() => closed())));
  return { url: `smtp://127.0.0.1:${port}`, received };
}
