/**
 * Starts one product node and names what its parts give each other. A {@link io.throughline.host.launch.Product} is what Jira or
 * Confluence adds, a {@link io.throughline.host.launch.Platform} what both share; a {@link io.throughline.host.launch.Node} is
 * what they get.
 */
package io.throughline.host.launch;
