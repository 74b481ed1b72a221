package io.throughline.host.velocity;

import com.atlassian.templaterenderer.RenderingException;
import com.atlassian.templaterenderer.TemplateRenderer;
import io.throughline.host.plugin.ModuleTypes;
import io.throughline.host.plugin.Plugin;
import io.throughline.host.plugin.Plugins;
import io.throughline.host.plugin.Tag;
import io.throughline.host.web.TemplatePages;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The engines of a node: one of the host's own templates, one for each enabled plugin. */
public final class VelocityTemplates implements TemplatePages {

    private static final Set<String> HOST_VIEWS = Set.of("io.throughline.host.");

    private final Plugins plugins;
    private final Supplier<Map<String, Object>> standardContext;
    private final Engine host;
    private final Map<String, PluginEngine> engines = new ConcurrentHashMap<>();

    /** Belongs to one enabling of a plugin: an upgrade must not find the templates of the old JAR. */
    private record PluginEngine(Plugin plugin, Engine engine) {}

    /** @param standardContext what every template of a plugin finds beside its own values, e.g. {@code i18n} */
    public VelocityTemplates(Plugins plugins, Supplier<Map<String, Object>> standardContext) {
        this.plugins = plugins;
        this.standardContext = standardContext;
        ClassLoader own = VelocityTemplates.class.getClassLoader();
        host = new Engine(path -> bytes(own.getResource(path)), new AllowList(HOST_VIEWS));
        plugins.moduleTypes().register("velocity-allowlist", this::allow);
    }

    @Override
    public void renderHost(String location, Map<String, Object> context, Writer out) throws IOException {
        host.render(location, withStandard(context), out);
    }

    @Override
    public void renderPlugin(String pluginKey, String location, Map<String, Object> context, Writer out)
            throws IOException {
        engine(pluginKey).render(location, withStandard(context), out);
    }

    @Override
    public String renderFragment(String pluginKey, String fragment, Map<String, Object> context) {
        StringWriter out = new StringWriter();
        engine(pluginKey).evaluate(fragment, withStandard(context), out);
        return out.toString();
    }

    /** What a plugin gets when it imports {@code TemplateRenderer}. */
    public TemplateRenderer rendererOf(String pluginKey) {
        return new PluginRenderer(pluginKey);
    }

    private AutoCloseable allow(ModuleTypes.Module module) {
        AllowList list = engine(module.plugin().key()).allowed();
        List<String> methods =
                module.xml().children("method").stream().map(Tag::text).toList();
        for (String method : methods) {
            String className = method.split("#")[0].strip();
            Class<?> listed = module.plugin().load(className);
            if (listed.getClassLoader() != module.plugin().classLoader()) {
                throw new IllegalArgumentException("a plugin may list only its own classes, not " + className);
            }
        }
        methods.forEach(list::add);
        return () -> methods.forEach(list::remove);
    }

    private Engine engine(String pluginKey) {
        engines.values().removeIf(kept -> plugins.find(kept.plugin.key()).isEmpty());
        Plugin plugin = plugins.find(pluginKey).orElseThrow(() -> new IllegalStateException("no plugin " + pluginKey));
        return engines.compute(
                        pluginKey,
                        (key, now) -> now != null && now.plugin == plugin
                                ? now
                                : new PluginEngine(
                                        plugin,
                                        new Engine(path -> bytes(plugin.resource(path)), new AllowList(HOST_VIEWS))))
                .engine;
    }

    private Map<String, Object> withStandard(Map<String, Object> context) {
        Map<String, Object> all = new HashMap<>(standardContext.get());
        all.putAll(context);
        return all;
    }

    private static byte[] bytes(URL url) {
        if (url == null) {
            return null;
        }
        try (InputStream in = url.openStream()) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private final class PluginRenderer implements TemplateRenderer {
        private final String pluginKey;

        PluginRenderer(String pluginKey) {
            this.pluginKey = pluginKey;
        }

        public void render(String template, Writer out) throws IOException {
            render(template, Map.of(), out);
        }

        @Override
        public void render(String template, Map<String, Object> context, Writer out) throws IOException {
            try {
                renderPlugin(pluginKey, template, context, out);
            } catch (TemplateFailed failed) {
                throw new RenderingException(failed.getMessage(), failed);
            }
        }
    }
}
