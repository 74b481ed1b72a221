package io.throughline.host.jira.jql;

import com.atlassian.jira.plugin.jql.function.JqlFunction;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The JQL functions that plugins bring, by name without regard to case. */
public final class JqlFunctions {
    private final Map<String, JqlFunction> functions = new ConcurrentHashMap<>();

    /** @return takes the function away again */
    public AutoCloseable register(JqlFunction function) {
        String name = function.getFunctionName().toLowerCase(Locale.ROOT);
        if (functions.putIfAbsent(name, function) != null) {
            throw new IllegalStateException("there is a JQL function " + function.getFunctionName() + " already");
        }
        return () -> functions.remove(name, function);
    }

    Optional<JqlFunction> find(String name) {
        return Optional.ofNullable(functions.get(name.toLowerCase(Locale.ROOT)));
    }
}
