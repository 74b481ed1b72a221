/**
 * The OSGi side of a node: which packages the product exports, the framework itself, and the signature a JAR needs before it may
 * be installed.
 */
package io.throughline.host.osgi;
