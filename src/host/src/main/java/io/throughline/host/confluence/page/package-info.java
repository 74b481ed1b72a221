/** What a person sees of Confluence: dashboard, page view, editor, and the chrome around everything. */
package io.throughline.host.confluence.page;
