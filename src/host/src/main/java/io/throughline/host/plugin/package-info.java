/**
 * What a plugin JAR means to a product: its descriptor, its module types, its Spring context and its life from install to
 * uninstall. Entry: {@link io.throughline.host.plugin.Plugins}.
 */
package io.throughline.host.plugin;
