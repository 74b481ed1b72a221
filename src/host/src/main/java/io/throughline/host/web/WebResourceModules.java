package io.throughline.host.web;

import io.throughline.host.plugin.ModuleTypes;
import io.throughline.host.plugin.Plugin;
import io.throughline.host.plugin.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Set;

/** The module type {@code <web-resource>}. */
final class WebResourceModules implements ModuleTypes.ModuleType {

    private static final Set<String> UNDERSTOOD =
            Set.of("context", "dependency", "resource", "transformation", "description");

    private final WebResources resources;

    WebResourceModules(WebResources resources) {
        this.resources = resources;
    }

    @Override
    public AutoCloseable enable(ModuleTypes.Module module) {
        Tag xml = module.xml();
        xml.children().stream()
                .filter(tag -> !UNDERSTOOD.contains(tag.name()))
                .findFirst()
                .ifPresent(tag -> {
                    throw new IllegalArgumentException(
                            "this host does not read <" + tag.name() + "> in a web-resource");
                });
        List<WebResource.File> files = xml.children("resource").stream()
                .filter(resource -> resource.attribute("type", "").equals("download"))
                .map(resource -> file(module.plugin(), xml, resource))
                .toList();
        WebResource resource = new WebResource(
                module.plugin().key(),
                module.key(),
                module.plugin().version(),
                xml.children("context").stream().map(Tag::text).toList(),
                xml.children("dependency").stream().map(Tag::text).toList(),
                files);
        resources.add(resource);
        return () -> resources.remove(resource);
    }

    private static WebResource.File file(Plugin plugin, Tag module, Tag resource) {
        String name = resource.attribute("name", "");
        String extension = name.substring(name.lastIndexOf('.') + 1);
        List<String> transforms = module.children("transformation").stream()
                .filter(tag -> tag.attribute("extension", "").equals(extension))
                .flatMap(tag -> tag.children("transformer").stream())
                .map(tag -> tag.attribute("key", ""))
                .toList();
        String location = resource.attribute("location", "");
        if (!name.endsWith("/") && plugin.resource(location) == null) {
            throw new IllegalArgumentException("the JAR has no " + location + " for " + name);
        }
        return new WebResource.File(name, location, from(plugin), transforms);
    }

    static WebResource.Source from(Plugin plugin) {
        return location -> {
            URL url = plugin.resource(location);
            if (url == null || location.endsWith("/")) {
                return null;
            }
            try (InputStream in = url.openStream()) {
                return in.readAllBytes();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        };
    }
}
