// SPDX-License-Identifier: AGPL-3.0-or-later
export { openPost, type Post } from "./post.server";
