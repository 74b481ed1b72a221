/**
 * The REST API under {@code /rest/throughline/1.0}. Thin: a resource method names the right that its call needs, reads,
 * asks {@code edit} or {@code store}, and answers. {@code Edge} is the one place where callers
 * are told who they are, and where what went wrong becomes an answer.
 */
@NullMarked
package io.throughline.app.rest;

import org.jspecify.annotations.NullMarked;
