package io.throughline.host.jira.workflow;

import com.atlassian.jira.plugin.workflow.WorkflowPluginFactory;
import io.throughline.host.plugin.InContext;
import io.throughline.host.plugin.ModuleTypes;
import io.throughline.host.plugin.Tag;
import io.throughline.host.web.TemplatePages;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One enabled {@code <workflow-condition>}, {@code <workflow-validator>} or {@code <workflow-function>}.
 *
 * @param className of the rule itself; an object of it is made for each use, wired from the plugin's context
 */
public record RuleModule(RuleKind kind, ModuleTypes.Module module, WorkflowPluginFactory factory, String className) {

    public String key() {
        return module.completeKey();
    }

    public String name() {
        return module.xml().attribute("name", module.key());
    }

    Object rule() {
        return module.plugin().create(className, kind.rule());
    }

    ClassLoader loader() {
        return module.plugin().classLoader();
    }

    /** The arguments as the plugin reads them from its form. */
    public Map<String, String> arguments(Map<String, String[]> form) {
        Map<String, String> arguments = new LinkedHashMap<>();
        InContext.run(
                loader(),
                () -> factory.getDescriptorParams(new HashMap<>(form))
                        .forEach((name, value) -> arguments.put(name, String.valueOf(value))));
        return arguments;
    }

    /**
     * One of the module's templates.
     *
     * @param resource "view", "input-parameters" or "edit-parameters"
     * @return empty when the module has no such template
     */
    public Optional<String> html(String resource, Map<String, String> args, TemplatePages templates) {
        return module.xml().children("resource").stream()
                .filter(tag -> tag.attribute("type", "").equals("velocity")
                        && tag.attribute("name", "").equals(resource))
                .findFirst()
                .map(tag -> html(tag, resource, args, templates));
    }

    private String html(Tag template, String resource, Map<String, String> args, TemplatePages templates) {
        StringWriter out = new StringWriter();
        InContext.run(loader(), () -> {
            Map<String, Object> values = new HashMap<>(factory.getVelocityParams(resource, kind.descriptor(args)));
            try {
                templates.renderPlugin(module.plugin().key(), template.attribute("location", ""), values, out);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
        return out.toString();
    }
}
