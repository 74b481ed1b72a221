package io.throughline.host.web;

import com.atlassian.plugin.web.ContextProvider;
import io.throughline.host.plugin.InContext;
import io.throughline.host.plugin.ModuleTypes;
import io.throughline.host.plugin.Tag;
import io.throughline.host.plugin.Texts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The web items, sections and panels of the enabled plugins. A fragment that throws is left out of the page and logged. */
final class Fragments implements WebFragments {

    private static final Logger LOG = LoggerFactory.getLogger(Fragments.class);
    private static final int LAST = 1000;

    private final TemplatePages templates;
    private final Texts texts;
    private final Supplier<Locale> locale;
    private final List<Fragment> items = new CopyOnWriteArrayList<>();
    private final List<Fragment> sections = new CopyOnWriteArrayList<>();
    private final List<Fragment> panels = new CopyOnWriteArrayList<>();
    private final List<UnaryOperator<Map<String, Object>>> additions = new CopyOnWriteArrayList<>();

    private record Fragment(
            ModuleTypes.Module module,
            String location,
            Predicate<Map<String, Object>> isShown,
            ContextProvider provider) {
        Tag xml() {
            return module.xml();
        }

        int weight() {
            return Integer.parseInt(xml().attribute("weight", "" + LAST).strip());
        }
    }

    Fragments(TemplatePages templates, Texts texts, Supplier<Locale> locale) {
        this.templates = templates;
        this.texts = texts;
        this.locale = locale;
    }

    void registerTypes(ModuleTypes types) {
        types.register("web-item", module -> add(items, module, "section"));
        types.register("web-section", module -> add(sections, module, "location"));
        types.register("web-panel", this::addPanel);
    }

    @Override
    public List<Item> items(String section, Map<String, Object> context) {
        return shown(items, section, context, this::item);
    }

    @Override
    public List<Section> sections(String location, Map<String, Object> context) {
        return shown(
                sections,
                location,
                context,
                (fragment, values) ->
                        new Section(fragment.module().key(), location, label(fragment), fragment.weight()));
    }

    @Override
    public List<Panel> panels(String location, Map<String, Object> context) {
        return shown(panels, location, context, this::panel);
    }

    @Override
    public void addContext(UnaryOperator<Map<String, Object>> addition) {
        additions.add(addition);
    }

    private AutoCloseable addPanel(ModuleTypes.Module module) throws Exception {
        if (module.xml().attribute("class").isPresent()) {
            throw new IllegalArgumentException(
                    "this host renders a web-panel from its view resource, not from a class");
        }
        if (view(module.xml()).isEmpty()) {
            throw new IllegalArgumentException("web-panel " + module.completeKey() + " has no resource named view");
        }
        return add(panels, module, "location");
    }

    private static AutoCloseable add(List<Fragment> list, ModuleTypes.Module module, String locationAttribute) {
        String location = module.xml()
                .attribute(locationAttribute)
                .orElseThrow(() -> new IllegalArgumentException(module.completeKey() + " has no " + locationAttribute));
        Fragment fragment = new Fragment(module, location, Conditions.of(module), Conditions.provider(module));
        list.add(fragment);
        return () -> list.remove(fragment);
    }

    @FunctionalInterface
    private interface View<T> {
        T of(Fragment fragment, Map<String, Object> values);
    }

    private <T> List<T> shown(List<Fragment> list, String location, Map<String, Object> context, View<T> view) {
        Map<String, Object> full = new HashMap<>(context);
        additions.forEach(addition -> full.putAll(addition.apply(full)));
        full.putIfAbsent("location", location);
        return list.stream()
                .filter(fragment -> fragment.location().equals(location))
                .sorted(Comparator.comparingInt(Fragment::weight)
                        .thenComparing(fragment -> fragment.module().completeKey()))
                .map(fragment -> render(fragment, new HashMap<>(full), view))
                .flatMap(Optional::stream)
                .toList();
    }

    private static <T> Optional<T> render(Fragment fragment, Map<String, Object> context, View<T> view) {
        try {
            return InContext.call(
                    fragment.module().plugin().classLoader(),
                    () -> fragment.isShown().test(context)
                            ? Optional.of(view.of(fragment, fragment.provider().getContextMap(context)))
                            : Optional.empty());
        } catch (RuntimeException | LinkageError failed) {
            LOG.error("Web fragment {} failed", fragment.module().completeKey(), failed);
            return Optional.empty();
        }
    }

    private Item item(Fragment fragment, Map<String, Object> values) {
        Optional<Tag> link = fragment.xml().child("link");
        String pluginKey = fragment.module().plugin().key();
        return new Item(
                fragment.module().completeKey(),
                fragment.location(),
                label(fragment),
                link.map(tag -> templates.renderFragment(pluginKey, tag.text(), values))
                        .orElse(""),
                link.flatMap(tag -> tag.attribute("linkId")).orElse(""),
                fragment.xml().child("styleClass").map(Tag::text).orElse(""),
                fragment.xml()
                        .child("tooltip")
                        .or(() -> fragment.xml().child("description"))
                        .map(this::text)
                        .orElse(""),
                fragment.weight(),
                Conditions.params(fragment.xml()));
    }

    private Panel panel(Fragment fragment, Map<String, Object> values) {
        Tag view = view(fragment.xml()).orElseThrow();
        String location = view.attribute("location", "");
        StringWriter out = new StringWriter();
        try {
            templates.renderPlugin(fragment.module().plugin().key(), location, values, out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Panel(fragment.module().completeKey(), label(fragment), out.toString(), fragment.weight());
    }

    private static Optional<Tag> view(Tag panel) {
        return panel.children("resource").stream()
                .filter(tag -> tag.attribute("name", "").equals("view")
                        && tag.attribute("type", "").equals("velocity"))
                .findFirst();
    }

    private String label(Fragment fragment) {
        return fragment.xml()
                .child("label")
                .map(this::text)
                .or(() -> fragment.xml().attribute("i18n-name-key").flatMap(key -> texts.raw(locale.get(), key)))
                .orElse("");
    }

    private String text(Tag tag) {
        return tag.attribute("key")
                .map(key -> texts.raw(locale.get(), key).orElse(key))
                .orElse(tag.text());
    }
}
