/**
 * JAX-RS for plugins and for the products' own REST: one Jersey application for each {@code <rest>} module, resources wired by the
 * plugin's Spring context, access annotations and XSRF rules. Dossier 1.2. Entry: {@link io.throughline.host.rest.RestModules}.
 */
package io.throughline.host.rest;
