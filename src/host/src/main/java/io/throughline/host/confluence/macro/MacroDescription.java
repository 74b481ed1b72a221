package io.throughline.host.confluence.macro;

import io.throughline.host.plugin.ModuleTypes.Module;
import io.throughline.host.plugin.Tag;
import java.util.List;
import java.util.Optional;

/**
 * What an {@code <xhtml-macro>} element says about its macro, for the macro browser and the editor.
 *
 * @param name the name in storage format
 * @param aliases other names by which pages may call it
 */
public record MacroDescription(
        String name,
        String pluginKey,
        String moduleKey,
        Optional<String> icon,
        Optional<String> documentation,
        List<String> aliases,
        List<String> categories,
        List<Parameter> parameters) {

    /**
     * A parameter as the descriptor declares it.
     *
     * @param defaultValue fills the form only; a macro never sees it
     * @param values what an enum may be
     */
    public record Parameter(
            String name,
            String type,
            boolean required,
            boolean multiple,
            boolean hidden,
            Optional<String> defaultValue,
            List<String> values) {}

    /** @throws IllegalStateException when the element has no name */
    static MacroDescription of(Module module) {
        Tag xml = module.xml();
        String name = xml.attribute("name")
                .filter(given -> !given.isBlank())
                .orElseThrow(() -> new IllegalStateException("xhtml-macro " + module.completeKey() + " has no name"));
        return new MacroDescription(
                name,
                module.plugin().key(),
                module.key(),
                xml.attribute("icon"),
                xml.attribute("documentation-url"),
                names(xml, "alias"),
                names(xml, "category"),
                xml.child("parameters").map(tag -> tag.children("parameter")).orElse(List.of()).stream()
                        .map(MacroDescription::parameter)
                        .toList());
    }

    private static Parameter parameter(Tag xml) {
        return new Parameter(
                xml.attribute("name", ""),
                xml.attribute("type", "string"),
                Boolean.parseBoolean(xml.attribute("required", "false")),
                Boolean.parseBoolean(xml.attribute("multiple", "false")),
                Boolean.parseBoolean(xml.attribute("hidden", "false")),
                xml.attribute("default"),
                names(xml, "value"));
    }

    private static List<String> names(Tag xml, String element) {
        return xml.children(element).stream()
                .map(child -> child.attribute("name", ""))
                .toList();
    }
}
