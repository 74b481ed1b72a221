package io.throughline.host.services;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.throughline.host.db.RowRace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Settings in the host's database, with the limits the platform guarantees: keys to 255 characters, strings to 99,000. They take no
 * part in a plugin's transaction.
 */
final class HostPluginSettingsFactory implements PluginSettingsFactory {
    private static final int LONGEST_KEY = 255;
    private static final int LONGEST_TEXT = 99_000;

    private final Jdbi jdbi;
    private final JsonMapper json = new JsonMapper();

    HostPluginSettingsFactory(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public PluginSettings createSettingsForKey(String key) {
        return new Settings(key);
    }

    @Override
    public PluginSettings createGlobalSettings() {
        return new Settings("");
    }

    /** @param space a plugin's or a project's name; empty for the global ones */
    private final class Settings implements PluginSettings {
        private final String space;

        Settings(String space) {
            this.space = space;
        }

        @Override
        public Object get(String key) {
            return jdbi.withHandle(handle -> read(handle, checked(key)).orElse(null));
        }

        @Override
        public Object put(String key, Object value) {
            if (value == null) {
                return remove(key);
            }
            checked(key);
            String kind = kindOf(value);
            String text = write(value);
            return RowRace.repeat(() -> jdbi.inTransaction(handle -> {
                Object before = read(handle, key).orElse(null);
                String sql = before == null
                        ? "insert into host_setting (space, name, kind, content) values (:space, :name, :kind, :content)"
                        : "update host_setting set kind = :kind, content = :content where space = :space and name = :name";
                handle.createUpdate(sql)
                        .bind("space", space)
                        .bind("name", key)
                        .bind("kind", kind)
                        .bind("content", text)
                        .execute();
                return before;
            }));
        }

        @Override
        public Object remove(String key) {
            checked(key);
            return jdbi.inTransaction(handle -> {
                Object before = read(handle, key).orElse(null);
                handle.createUpdate("delete from host_setting where space = :space and name = :name")
                        .bind("space", space)
                        .bind("name", key)
                        .execute();
                return before;
            });
        }

        private Optional<Object> read(Handle handle, String key) {
            return handle.createQuery("select kind, content from host_setting where space = :space and name = :name")
                    .bind("space", space)
                    .bind("name", key)
                    .map((row, context) -> parse(row.getString("kind"), row.getString("content")))
                    .findOne();
        }
    }

    private static String checked(String key) {
        if (key == null || key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("a setting's key has 1 to " + LONGEST_KEY + " characters, not "
                    + (key == null ? "null" : key.length()));
        }
        return key;
    }

    private static String kindOf(Object value) {
        if (value instanceof String) {
            return "string";
        }
        if (value instanceof List && ((List<?>) value).stream().allMatch(String.class::isInstance)) {
            return "list";
        }
        if (value instanceof Properties) {
            return "properties";
        }
        if (value instanceof Map
                && ((Map<?, ?>) value)
                        .entrySet().stream()
                                .allMatch(e -> e.getKey() instanceof String && e.getValue() instanceof String)) {
            return "map";
        }
        throw new IllegalArgumentException(
                "a setting is a String, a List or Map of strings, or Properties, not " + value.getClass());
    }

    private String write(Object value) {
        try {
            String text = value instanceof String ? (String) value : json.writeValueAsString(value);
            if (text.length() > LONGEST_TEXT) {
                throw new IllegalArgumentException(
                        "a setting has at most " + LONGEST_TEXT + " characters, not " + text.length());
            }
            return text;
        } catch (JsonProcessingException cannot) {
            throw new IllegalArgumentException("cannot keep this setting", cannot);
        }
    }

    private Object parse(String kind, String content) {
        try {
            return switch (kind) {
                case "string" -> content;
                case "list" -> json.readValue(content, List.class);
                case "map" -> json.readValue(content, Map.class);
                case "properties" -> json.readValue(content, Properties.class);
                default -> throw new IllegalStateException("unknown kind of setting " + kind);
            };
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a setting of kind " + kind + " cannot be read", broken);
        }
    }
}
