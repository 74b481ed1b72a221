package io.throughline.host.confluence.blueprint;

import com.atlassian.plugin.web.ContextProvider;
import io.throughline.host.plugin.InContext;
import io.throughline.host.plugin.ModuleTypes;
import io.throughline.host.plugin.ModuleTypes.Module;
import io.throughline.host.plugin.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The modules {@code content-template} and {@code blueprint} of enabled plugins (dossier 4.4). */
public final class Blueprints {

    private static final Logger LOG = LoggerFactory.getLogger(Blueprints.class);

    private final Map<String, Module> templates = new ConcurrentHashMap<>();
    private final Map<String, Module> blueprints = new ConcurrentHashMap<>();

    public void registerTypes(ModuleTypes types) {
        types.register("content-template", module -> {
            templateFile(module);
            return kept(templates, module);
        });
        types.register("blueprint", module -> {
            for (String needed : new String[] {"content-template-key", "index-key"}) {
                if (module.xml().attribute(needed).isEmpty()) {
                    throw new IllegalArgumentException("blueprint " + module.completeKey() + " has no " + needed);
                }
            }
            if (module.xml().child("dialog-wizard").isPresent()) {
                LOG.warn("the wizard of blueprint {} is not shown on this host", module.completeKey());
            }
            return kept(blueprints, module);
        });
    }

    private static AutoCloseable kept(Map<String, Module> modules, Module module) {
        modules.put(module.completeKey(), module);
        return () -> modules.remove(module.completeKey(), module);
    }

    /**
     * What a new page begins as.
     *
     * @param title empty when the context gave none
     * @param isMadeAtOnce whether the page is stored without an editor in between ({@code create-result="view"})
     */
    public record Draft(String title, String body, boolean isMadeAtOnce) {}

    /** As in {@link Draft}, without running any code of the plugin; empty when there is no such blueprint. */
    public Optional<Boolean> isMadeAtOnce(String completeKey) {
        return Optional.ofNullable(blueprints.get(completeKey)).map(Blueprints::isMadeAtOnce);
    }

    private static boolean isMadeAtOnce(Module blueprint) {
        return blueprint.xml().attribute("create-result", "edit").equals("view");
    }

    /**
     * A draft from a blueprint.
     *
     * @param completeKey "plugin.key:blueprint-key"
     * @return empty when there is no such blueprint
     * @throws IllegalArgumentException when it names a template that is not there
     */
    public Optional<Draft> draft(String completeKey, String spaceKey) {
        Module blueprint = blueprints.get(completeKey);
        if (blueprint == null) {
            return Optional.empty();
        }
        String plugin = blueprint.plugin().key();
        String key = plugin + ":" + blueprint.xml().attribute("content-template-key", "");
        Module template = templates.get(key);
        if (template == null) {
            throw new IllegalArgumentException(
                    "blueprint " + completeKey + " names a content template that is not there: " + key);
        }
        Map<String, Object> context = context(template, completeKey, spaceKey);
        Object title = context.get("ContentPageTitle");
        return Optional.of(new Draft(
                title == null ? "" : title.toString(),
                new TemplateVariables(context).fill(templateFile(template)),
                isMadeAtOnce(blueprint)));
    }

    private static Map<String, Object> context(Module template, String blueprint, String spaceKey) {
        Map<String, Object> given = new HashMap<>();
        given.put("spaceKey", spaceKey);
        given.put("blueprintModuleKey", blueprint);
        Optional<Tag> provider = template.xml().child("context-provider");
        if (provider.isEmpty()) {
            return given;
        }
        String name = provider.get().attribute("class", "");
        return InContext.call(template.plugin().classLoader(), () -> {
            ContextProvider made = template.plugin().create(name, ContextProvider.class);
            made.init(Map.of());
            return made.getContextMap(given);
        });
    }

    private static String templateFile(Module template) {
        String location = template.xml().children("resource").stream()
                .filter(tag -> tag.attribute("name", "").equals("template"))
                .findFirst()
                .flatMap(tag -> tag.attribute("location"))
                .orElseThrow(() -> new IllegalArgumentException(
                        "content-template " + template.completeKey() + " has no resource named template"));
        URL file = template.plugin().resource(location);
        if (file == null) {
            throw new IllegalArgumentException(template.completeKey() + " has no file " + location);
        }
        try (InputStream in = file.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
