// SPDX-License-Identifier: AGPL-3.0-or-later
import { createTransport } from "nodemailer";
import type { Database } from "~db/client.server";
import { type Carrier, sendLetters } from "./send-letters.server";

/** Letters whose next attempt comes due, and those written by another process, are noticed within this time. */
const LOOK_EVERY_MS = 15_000;

export type Post = { stop(): Promise<void> };

/**
 * The post: after each commit it sends what waits in the outbox. Without `smtpUrl` nothing leaves and the letters stay
 * in the outbox, where administrators read them.
 */
export function openPost(
  db: Database,
  { smtpUrl, from, clock, onError }: { smtpUrl: string | undefined; from: string; clock: () => Date; onError: (failure: unknown) => void },
): Post {
  if (!smtpUrl) return { stop: async () => {} };
  const transport = createTransport({ url: smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000 });
  const host = /@([\w.-]+)/.exec(from)?.[1] ?? "localhost";
  const carry: Carrier = async ({ id, recipient, subject, body, attachments }) => {
    await transport.sendMail({
      from,
      to: recipient,
      subject,
      text: body,
      ...(attachments ? { attachments: attachments.map(({ name, type, text }) => ({ filename: name, contentType: type, content: text })) } : {}),
      messageId: `<${id}@${host}>`,
      // asks automatic repliers to stay silent (RFC 3834)
      headers: { "Auto-Submitted": "auto-generated" },
    });
  };
  let stopped = false;
  let running: Promise<void> | null = null;
  let again = false;
  const rounds = async () => {
    do {
      again = false;
      await sendLetters(db, clock, carry, () => stopped);
    } while (again && !stopped);
  };
  const look = () => {
    again = true;
    if (stopped || running) return;
    running = Promise.resolve()
      .then(rounds)
      .catch(onError)
      .finally(() => {
        running = null;
      });
  };
  const unsubscribe = db.onCommit(look);
  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  look();
  return {
    async stop() {
      stopped = true;
      unsubscribe();
      clearInterval(timer);
      await running;
      transport.close();
    },
  };
}
