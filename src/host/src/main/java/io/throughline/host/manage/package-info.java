/**
 * The plugin manager, the same in both products: what is installed, its modules and their states, and the ways to change that.
 * Entry: {@link io.throughline.host.manage.PluginManagerPage}.
 */
package io.throughline.host.manage;
