package io.throughline.host.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One element of a descriptor, read once and never changed.
 *
 * @param text its own character data, trimmed
 */
public record Tag(String name, Map<String, String> attributes, String text, List<Tag> children) {

    public Tag {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    public String attribute(String attribute, String otherwise) {
        return attributes.getOrDefault(attribute, otherwise);
    }

    public Optional<Tag> child(String child) {
        return children.stream().filter(tag -> tag.name.equals(child)).findFirst();
    }

    public List<Tag> children(String child) {
        return children.stream().filter(tag -> tag.name.equals(child)).toList();
    }
}
