/**
 * The macros of a Confluence node: those of enabled plugins and the few of the product itself. Entry: {@link
 * io.throughline.host.confluence.macro.MacroRegistry}.
 */
package io.throughline.host.confluence.macro;
