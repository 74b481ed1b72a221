/**
 * The HTTP side of a node: server, login, plugin servlets, web resources, page decoration, web fragments and templates. Products
 * mount their own pages through {@link io.throughline.host.web.WebTree}.
 */
package io.throughline.host.web;
