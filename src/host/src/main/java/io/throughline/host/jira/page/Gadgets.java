package io.throughline.host.jira.page;

import com.atlassian.plugin.web.ContextProvider;
import com.atlassian.velocity.htmlsafe.HtmlSafe;
import io.throughline.host.plugin.InContext;
import io.throughline.host.plugin.ModuleTypes;
import io.throughline.host.plugin.Tag;
import io.throughline.host.plugin.Texts;
import io.throughline.host.web.TemplatePages;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The module type {@code <dashboard-item>} and the items that administrators put on the system dashboard, each with its preferences.
 * An item that throws shows that it could not be rendered, and the others stay.
 */
public final class Gadgets implements ModuleTypes.ModuleType {

    private static final Logger LOG = LoggerFactory.getLogger(Gadgets.class);

    private final Jdbi jdbi;
    private final TemplatePages templates;
    private final Texts texts;
    private final Map<String, Mounted> byKey = new ConcurrentSkipListMap<>();

    private record Mounted(ModuleTypes.Module module, Tag view, Optional<ContextProvider> provider) {}

    /** A module that can be added. */
    public record Choice(String key, String title) {}

    /**
     * One item on the dashboard.
     *
     * @param amd the module that draws it in the browser, empty for none
     * @param preferences JSON
     */
    public record Item(
            long id,
            String module,
            String title,
            @HtmlSafe String html,
            String amd,
            String preferences,
            boolean isConfigurable) {}

    /** @param id of one placed item */
    private record Placed(long id, String module, String preferences) {}

    public Gadgets(Jdbi jdbi, TemplatePages templates, Texts texts) {
        this.jdbi = jdbi;
        this.templates = templates;
        this.texts = texts;
    }

    @Override
    public AutoCloseable enable(ModuleTypes.Module module) {
        Tag view = module.xml().children("resource").stream()
                .filter(tag -> tag.attribute("name", "").equals("view")
                        && tag.attribute("type", "").equals("velocity"))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("this host shows a dashboard-item from its velocity view, and "
                                + module.completeKey() + " has none"));
        Optional<ContextProvider> provider = module.xml()
                .child("context-provider")
                .map(tag -> {
                    ContextProvider made = module.plugin().create(tag.attribute("class", ""), ContextProvider.class);
                    made.init(Map.of());
                    return made;
                });
        Mounted mounted = new Mounted(module, view, provider);
        byKey.put(module.completeKey(), mounted);
        return () -> byKey.remove(module.completeKey());
    }

    List<Choice> choices() {
        return byKey.values().stream()
                .map(each -> new Choice(each.module().completeKey(), title(each)))
                .toList();
    }

    /** In the order in which they were added; items whose app is not enabled are left out and come back with it. */
    List<Item> shown(Map<String, Object> context) {
        return placed().stream()
                .filter(each -> byKey.containsKey(each.module()))
                .map(each -> item(each, byKey.get(each.module()), context))
                .toList();
    }

    private List<Placed> placed() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM jira_gadget ORDER BY id")
                .map((row, context) ->
                        new Placed(row.getLong("id"), row.getString("module"), row.getString("preferences")))
                .list());
    }

    /** @throws IllegalArgumentException if there is no such module */
    void add(String module) {
        if (!byKey.containsKey(module)) {
            throw new IllegalArgumentException("no dashboard item " + module);
        }
        jdbi.useTransaction(handle -> handle.execute(
                "INSERT INTO jira_gadget (id, module, preferences)"
                        + " SELECT coalesce(max(id), 0) + 1, ?, '{}' FROM jira_gadget",
                module));
    }

    void remove(long id) {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM jira_gadget WHERE id = ?", id));
    }

    void prefer(long id, String json) {
        jdbi.useHandle(handle -> handle.execute("UPDATE jira_gadget SET preferences = ? WHERE id = ?", json, id));
    }

    private Item item(Placed placed, Mounted mounted, Map<String, Object> context) {
        Tag xml = mounted.module().xml();
        return new Item(
                placed.id(),
                placed.module(),
                title(mounted),
                html(mounted, context),
                xml.child("amd-module").map(Tag::text).orElse(""),
                placed.preferences(),
                Boolean.parseBoolean(xml.attribute("configurable", "false")));
    }

    private String html(Mounted mounted, Map<String, Object> context) {
        StringWriter out = new StringWriter();
        try {
            InContext.run(mounted.module().plugin().classLoader(), () -> {
                Map<String, Object> values = new HashMap<>(context);
                mounted.provider().ifPresent(provider -> values.putAll(provider.getContextMap(new HashMap<>(context))));
                try {
                    templates.renderPlugin(
                            mounted.module().plugin().key(), mounted.view().attribute("location", ""), values, out);
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            });
            return out.toString();
        } catch (RuntimeException | LinkageError failed) {
            LOG.error("Dashboard item {} failed", mounted.module().completeKey(), failed);
            return "<p class=\"aui-message aui-message-error\">This gadget could not be rendered.</p>";
        }
    }

    private String title(Mounted mounted) {
        Tag xml = mounted.module().xml();
        Optional<String> key = xml.child("definition")
                .flatMap(definition -> definition.child("title"))
                .flatMap(title -> title.attribute("key"));
        return key.or(() -> xml.attribute("i18n-name-key"))
                .map(each -> texts.raw(Locale.ENGLISH, each).orElse(each))
                .orElse(xml.attribute("name", mounted.module().key()));
    }
}
