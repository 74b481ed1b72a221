/**
 * A node's database: one pool over H2 files or PostgreSQL, transactions bound to a thread, and the numbered steps by which the
 * host's own tables came about. Entry: {@link io.throughline.host.db.NodeDatabase}.
 */
package io.throughline.host.db;
