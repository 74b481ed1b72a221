/**
 * The app in the real products' place: each test here starts the embedded Jira (and Confluence) as processes, with the
 * built and signed JAR, and speaks HTTP to them. {@link io.throughline.app.it.Products} is the fixture.
 */
package io.throughline.app.it;
