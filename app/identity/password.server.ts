// SPDX-License-Identifier: AGPL-3.0-or-later
import { hash, verify } from "@node-rs/argon2";
import { z } from "zod";

const ARGON2ID = 2;
/** The minimum advised by OWASP for argon2id: 19 MiB, two passes, one lane. */
const cost = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of a password nobody has, at the same cost: verified when there is no account, so that both answers take as long. */
const NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$txhnunXZKD+dqfRLjDNZAg$5KzIdPj6VSKNMmLHwxuMNcbzAexqJaOTAdJXgA4QvCo";

export const SHORTEST_PASSWORD = 12;

/** A password someone chooses: length is what makes it strong, so no recipe of signs is asked. */
export const NewPassword = z.string().min(SHORTEST_PASSWORD, "identity.password.tooShort").max(200, "web.field.tooLong");

// the same accented letter can be typed in two ways
const canonical = (password: string) => password.normalize("NFKC");

export function hashPassword(password: string): Promise<string> {
  return hash(canonical(password), cost);
}

/** Whether the password is the one of the hash. With no hash the answer is no, after the same work. */
export async function verifyPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const right = await verify(passwordHash ?? NOBODY, canonical(password));
  return right && Boolean(passwordHash);
}
