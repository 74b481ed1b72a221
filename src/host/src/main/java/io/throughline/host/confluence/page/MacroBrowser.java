package io.throughline.host.confluence.page;

import com.atlassian.confluence.macro.Macro;
import com.atlassian.sal.api.message.I18nResolver;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.host.confluence.macro.MacroDescription;
import io.throughline.host.confluence.macro.MacroRegistry;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the editor's macro browser offers: the plugins' macros with forms made from their descriptors, in the reader's language. */
final class MacroBrowser {

    private static final Logger LOG = LoggerFactory.getLogger(MacroBrowser.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MacroRegistry macros;
    private final I18nResolver texts;

    MacroBrowser(MacroRegistry macros, I18nResolver texts) {
        this.macros = macros;
        this.texts = texts;
    }

    /** A macro as the script reads it. */
    record Entry(
            String name,
            String title,
            String description,
            List<String> categories,
            boolean hasBody,
            List<Field> fields) {}

    /** A parameter as a field of the form. */
    record Field(
            String name,
            String type,
            String label,
            String help,
            boolean required,
            boolean hidden,
            String value,
            List<Choice> choices) {}

    /** One value of an enum. */
    record Choice(String value, String label) {}

    /** All of it, to stand in a script element: nothing in it can end that element. */
    String json() {
        List<Entry> entries = macros.descriptions().stream()
                .filter(macro -> !macro.categories().contains("hidden-macros"))
                .map(this::entry)
                .toList();
        try {
            return JSON.writeValueAsString(entries).replace("<", "\\u003c");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("records of texts are JSON", impossible);
        }
    }

    /** Keys as the platform builds them: {@code plugin.key.macro-name.…} (dossier 4.2). */
    private Entry entry(MacroDescription macro) {
        String prefix = macro.pluginKey() + "." + macro.name();
        return new Entry(
                macro.name(),
                text(prefix + ".label", macro.name()),
                text(prefix + ".desc", ""),
                macro.categories(),
                hasBody(macro.name()),
                macro.parameters().stream().map(each -> field(prefix, each)).toList());
    }

    private Field field(String prefix, MacroDescription.Parameter parameter) {
        String key = prefix + ".param." + parameter.name();
        return new Field(
                parameter.name(),
                parameter.type().toLowerCase(Locale.ROOT),
                text(key + ".label", parameter.name()),
                text(key + ".desc", ""),
                parameter.required(),
                parameter.hidden(),
                parameter.defaultValue().orElse(""),
                parameter.values().stream()
                        .map(value -> new Choice(value, text(key + "." + value + ".desc", value)))
                        .toList());
    }

    private String text(String key, String otherwise) {
        String text = texts.getText(key);
        return text.equals(key) ? otherwise : text;
    }

    private boolean hasBody(String name) {
        try {
            return macros.find(name)
                    .map(macro -> macro.getBodyType() != Macro.BodyType.NONE)
                    .orElse(false);
        } catch (RuntimeException | LinkageError broken) {
            LOG.warn("macro {} does not say whether it has a body", name, broken);
            return false;
        }
    }
}
