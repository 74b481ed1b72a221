/**
 * Confluence's storage format: how it is read, and how it becomes what a reader sees. Entry: {@link
 * io.throughline.host.confluence.storage.StorageRenderer}.
 */
package io.throughline.host.confluence.storage;
