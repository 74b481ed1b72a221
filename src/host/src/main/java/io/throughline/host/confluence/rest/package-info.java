/** Confluence's own REST API under {@code /rest/api}, with its shapes and its errors. */
package io.throughline.host.confluence.rest;
