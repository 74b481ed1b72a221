/**
 * Velocity 1.7 as the products run it: references are escaped unless their method is marked safe, and a method that is not on the
 * allow-list is not called. Entry: {@link io.throughline.host.velocity.VelocityTemplates}.
 */
package io.throughline.host.velocity;
