package io.throughline.host.plugin;

import java.lang.reflect.Constructor;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A plugin that lives in a bundle: its context and its live modules between enable and disable. */
final class BundlePlugin implements Plugin {

    private static final Logger LOG = LoggerFactory.getLogger(BundlePlugin.class);

    private final Bundle bundle;
    private final Path jar;
    private final Descriptor descriptor;
    private final String product;
    private final Deque<AutoCloseable> live = new ArrayDeque<>();
    private final Map<String, AutoCloseable> liveModules = new LinkedHashMap<>();
    private final Map<String, ModuleState> states = new LinkedHashMap<>();
    private volatile Optional<PluginContext> context = Optional.empty();
    private volatile boolean enabled;
    private volatile String failure = "";

    BundlePlugin(Bundle bundle, Path jar, Descriptor descriptor, String product) {
        this.bundle = bundle;
        this.jar = jar;
        this.descriptor = descriptor;
        this.product = product;
    }

    /** Context first, then the modules in the order of the descriptor. A failure is kept and told, not thrown. */
    void enable(ModuleRegistry types, Texts texts, long patienceMillis, Choices choices) {
        states.clear();
        failure = "";
        try {
            addTexts(texts);
            context = PluginContext.open(bundle, classLoader(), product, patienceMillis);
            context.ifPresent(live::push);
            for (Tag module : descriptor.modules()) {
                states.put(module.attribute("key", ""), start(module, types, choices));
            }
            enabled = true;
            LOG.info("Plugin {} {} enabled", key(), version());
        } catch (PluginRefused failed) {
            failure = failed.getMessage();
            LOG.error("Plugin {} is not enabled: {}", key(), failure, failed);
            disable();
        }
    }

    void disable() {
        enabled = false;
        List<String> inOrder = new ArrayList<>(liveModules.keySet());
        Collections.reverse(inOrder);
        inOrder.forEach(this::disableModule);
        while (!live.isEmpty()) {
            close(live.pop());
        }
        context = Optional.empty();
    }

    private void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception broken) {
            LOG.warn("Part of plugin {} did not close", key(), broken);
        }
    }

    /** Makes one module of the enabled plugin live again. */
    void enableModule(String moduleKey, ModuleRegistry types) {
        if (enabled && !liveModules.containsKey(moduleKey)) {
            Tag xml = descriptor.modules().stream()
                    .filter(tag -> tag.attribute("key", "").equals(moduleKey))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("plugin " + key() + " has no module " + moduleKey));
            states.put(moduleKey, start(xml, types));
        }
    }

    void disableModule(String moduleKey) {
        AutoCloseable handle = liveModules.remove(moduleKey);
        if (handle != null) {
            close(handle);
            ModuleState before = states.get(moduleKey);
            states.put(moduleKey, new ModuleState(moduleKey, before.type(), State.DISABLED, ""));
        }
    }

    /** Modules that were switched on or off elsewhere. */
    void followModules(ModuleRegistry types, Choices choices) {
        for (ModuleState module : modules()) {
            Optional<Boolean> chosen = choices.of(key() + ":" + module.key());
            if (chosen.isPresent() && !chosen.get()) {
                disableModule(module.key());
            } else if (chosen.isPresent() && module.state() == State.DISABLED) {
                enableModule(module.key(), types);
            }
        }
    }

    private void addTexts(Texts texts) {
        descriptor.resources().stream()
                .filter(resource -> resource.attribute("type", "").equals("i18n"))
                .forEach(resource -> live.push(texts.add(resource.attribute("location", ""), this::resource)));
    }

    private ModuleState start(Tag xml, ModuleRegistry types, Choices choices) {
        String moduleKey = xml.attribute("key", "");
        Optional<Boolean> chosen = choices.of(key() + ":" + moduleKey);
        boolean isOn = chosen.orElse(!xml.attribute("state", "enabled").equals("disabled"));
        boolean isOurs = xml.attribute("application")
                .filter(other -> !other.equals(product))
                .isEmpty();
        if (isOurs && !isOn) {
            String why = chosen.isPresent() ? "disabled by an administrator" : "disabled in the descriptor";
            return new ModuleState(moduleKey, xml.name(), State.DISABLED, why);
        }
        return start(xml, types);
    }

    private ModuleState start(Tag xml, ModuleRegistry types) {
        String moduleKey = xml.attribute("key", "");
        if (xml.attribute("application").filter(other -> !other.equals(product)).isPresent()) {
            return new ModuleState(
                    moduleKey, xml.name(), State.OTHER_PRODUCT, "for " + xml.attribute("application", ""));
        }
        Optional<ModuleTypes.ModuleType> type = types.find(xml.name());
        if (type.isEmpty()) {
            LOG.warn("Unrecognised module <{}> {} in plugin {}", xml.name(), moduleKey, key());
            return new ModuleState(
                    moduleKey, xml.name(), State.UNRECOGNISED, "no module type <" + xml.name() + "> in " + product);
        }
        try {
            liveModules.put(moduleKey, type.get().enable(new ModuleTypes.Module(this, moduleKey, xml)));
            return new ModuleState(moduleKey, xml.name(), State.ENABLED, "");
        } catch (Exception | LinkageError failed) {
            LOG.error("Module {}:{} is not enabled", key(), moduleKey, failed);
            return new ModuleState(moduleKey, xml.name(), State.FAILED, inWords(failed));
        }
    }

    /** Our own refusals are sentences already; what a plugin throws needs its type. */
    private static String inWords(Throwable failed) {
        return failed instanceof PluginRefused || failed instanceof IllegalArgumentException
                ? String.valueOf(failed.getMessage())
                : failed.toString();
    }

    Bundle bundle() {
        return bundle;
    }

    Path jar() {
        return jar;
    }

    @Override
    public List<Tag> resources() {
        return descriptor.resources();
    }

    @Override
    public String key() {
        return descriptor.key();
    }

    @Override
    public String name() {
        return descriptor.name();
    }

    @Override
    public String version() {
        return descriptor.version().isEmpty() ? bundle.getVersion().toString() : descriptor.version();
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public String failure() {
        return failure;
    }

    @Override
    public Map<String, String> info() {
        return descriptor.info();
    }

    @Override
    public List<ModuleState> modules() {
        return List.copyOf(states.values());
    }

    @Override
    public URL resource(String path) {
        return bundle.getEntry(path.startsWith("/") ? path.substring(1) : path);
    }

    @Override
    public List<URL> entries(String folder, String pattern) {
        var found = bundle.findEntries(folder, pattern, true);
        return found == null ? List.of() : java.util.Collections.list(found);
    }

    @Override
    public ClassLoader classLoader() {
        return bundle.adapt(BundleWiring.class).getClassLoader();
    }

    @Override
    public Class<?> load(String className) {
        try {
            return bundle.loadClass(className);
        } catch (ClassNotFoundException missing) {
            throw new PluginRefused("class " + className + " of plugin " + key() + " does not load", missing);
        }
    }

    @Override
    public <T> T create(String className, Class<T> as) {
        return as.cast(create(load(className)));
    }

    @Override
    public <T> T create(Class<T> type) {
        return context.map(spring -> spring.create(type)).orElseGet(() -> instantiate(type));
    }

    @Override
    public <T> T bean(String name, Class<T> as) {
        return context.orElseThrow(() -> new PluginRefused("plugin " + key() + " has no Spring context"))
                .bean(name, as);
    }

    private <T> T instantiate(Class<T> type) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new PluginRefused("cannot make a " + type.getName() + " of plugin " + key(), impossible);
        }
    }
}
