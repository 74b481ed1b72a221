package io.throughline.host.confluence.rest;

import io.throughline.host.confluence.content.WikiRefusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one kind of CQL that this host understands: pages by the macros on them, {@code type = page and macro in (a, "b")}, with
 * {@code order by lastmodified desc}, which is the order here anyway.
 *
 * <p>Source: <a href="https://developer.atlassian.com/server/confluence/cql-field-reference/">CQL field reference</a>, field macro
 */
record MacroQuery(List<String> macros) {

    private static final Pattern QUERY = Pattern.compile(
            "(?:type\\s*=\\s*page\\s+and\\s+)?macro\\s*(?:=\\s*(\\S+)|in\\s*\\(([^)]*)\\))(?:\\s+order\\s+by\\s+lastmodified\\s+desc)?",
            Pattern.CASE_INSENSITIVE);

    static MacroQuery of(String cql) throws WikiRefusal {
        Matcher query = QUERY.matcher(cql.strip());
        if (!query.matches()) {
            throw new WikiRefusal(WikiRefusal.Kind.BAD_REQUEST, "Could not parse cql : " + cql);
        }
        String names = query.group(1) == null ? query.group(2) : query.group(1);
        List<String> macros = Arrays.stream(names.split(","))
                .map(name -> name.strip().replaceAll("^\"|\"$", "").toLowerCase(Locale.ROOT))
                .filter(name -> name.matches("[a-z0-9_-]+"))
                .toList();
        if (macros.isEmpty()) {
            throw new WikiRefusal(WikiRefusal.Kind.BAD_REQUEST, "Could not parse cql : " + cql);
        }
        return new MacroQuery(macros);
    }
}
