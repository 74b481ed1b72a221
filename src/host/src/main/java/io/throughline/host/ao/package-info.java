/**
 * Active Objects for plugins: the real engine ({@code net.java.ao} 6.1.1) with the platform's table names, limits, upgrade tasks
 * and transactions around it. Entry: {@link io.throughline.host.ao.AoModule}.
 */
package io.throughline.host.ao;
