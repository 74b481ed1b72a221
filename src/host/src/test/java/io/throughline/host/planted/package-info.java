/** Tiny plugins that are written, compiled, packed and signed while a test runs, and a product to install them in. */
package io.throughline.host.planted;
