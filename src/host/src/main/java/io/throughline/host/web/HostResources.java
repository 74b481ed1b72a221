package io.throughline.host.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/**
 * The web resources every product has before any plugin: jQuery 3, AUI 10 and the {@code WRM} functions, under the module keys that
 * plugins name as dependencies (dossier 1.7). The real products split AUI into modules; here they all lead to the one build that
 * AUI publishes.
 */
final class HostResources {

    static final String OWNER = "com.atlassian.auiplugin";
    static final String SUPERBATCH = "aui";

    private static final String VERSION = "10.0.4";
    private static final List<String> OTHER_NAMES = List.of(
            "ajs",
            "aui-core",
            "aui-select2",
            "aui-dropdown2",
            "aui-flag",
            "aui-message",
            "aui-lozenge",
            "aui-inline-dialog2",
            "aui-progressbar",
            "aui-spinner",
            "aui-tabs",
            "aui-toggle",
            "aui-trigger",
            "dialog2",
            "jquery",
            "message",
            "tabs",
            "table");

    private HostResources() {}

    static void addTo(WebResources resources) {
        resources.add(new WebResource(
                OWNER,
                SUPERBATCH,
                VERSION,
                List.of(),
                List.of(),
                List.of(
                        file("jquery.js", "web/jquery/jquery.min.js"),
                        file("context-path.js", "web/host/context-path.js"),
                        file("aui.js", "web/aui/aui-prototyping.js"),
                        file("wrm.js", "web/host/wrm.js"),
                        file("aui.css", "web/aui/aui-prototyping.css"),
                        file("fonts/", "web/aui/fonts/"),
                        file("images/", "web/aui/images/"))));
        OTHER_NAMES.forEach(name -> resources.add(
                new WebResource(OWNER, name, VERSION, List.of(), List.of(OWNER + ":" + SUPERBATCH), List.of())));
        for (String key : Arrays.asList("context-path", "web-resource-manager", "data", "format", "i18n")) {
            resources.add(new WebResource(
                    "com.atlassian.plugins.atlassian-plugins-webresource-plugin",
                    key,
                    VERSION,
                    List.of(),
                    List.of(OWNER + ":" + SUPERBATCH),
                    List.of()));
        }
    }

    private static WebResource.File file(String name, String location) {
        return new WebResource.File(name, location, HostResources::read, List.of());
    }

    /** Bytes from the host's class path. */
    static byte[] read(String location) {
        try (InputStream in = HostResources.class.getClassLoader().getResourceAsStream(location)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
