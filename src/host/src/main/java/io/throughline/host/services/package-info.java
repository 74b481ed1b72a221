/**
 * What both products give to plugins besides their own API: SAL, people, texts, settings, events, jobs, cluster locks, caches and
 * the audit log. Entry: {@link io.throughline.host.services.HostPlatform}.
 */
package io.throughline.host.services;
