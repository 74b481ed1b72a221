/** What Confluence's Java API says and does on this host: users, pages, permissions. */
package io.throughline.host.confluence.service;
