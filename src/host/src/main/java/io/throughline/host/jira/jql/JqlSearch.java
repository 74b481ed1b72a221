package io.throughline.host.jira.jql;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.query.Query;
import io.throughline.host.jira.model.Dialect;
import io.throughline.host.jira.model.Grants;
import io.throughline.host.jira.model.JiraData;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;

/** Runs queries. What the searcher may not browse and what is archived is never found. */
public final class JqlSearch {
    /** The window of a search on OpenSearch: nothing behind this many results can be reached. */
    public static final int WINDOW = 10_000;

    private static final String FROM = " FROM jira_issue i JOIN jira_project p ON p.id = i.project_id WHERE ";

    private final JiraData data;
    private final JqlFunctions functions;
    private final Dialect dialect;

    /** One page of issue ids, and how many issues match in all. */
    public record Page(List<Long> ids, long total) {}

    public JqlSearch(JiraData data, JqlFunctions functions) {
        this.data = data;
        this.functions = functions;
        this.dialect = data.jdbi().withHandle(Dialect::of);
    }

    /**
     * @param searcher null for anonymous
     * @param isSecurityOverridden true to search what nobody may see
     */
    public Page search(ApplicationUser searcher, Query query, int start, int max, boolean isSecurityOverridden)
            throws JqlError {
        JqlTranslator translator = translator(searcher, isSecurityOverridden);
        Sql where = visible(searcher, isSecurityOverridden).and(translator.where(query));
        String order = translator.orderBy(query);
        int limit = Math.max(0, Math.min(max, WINDOW - start));
        List<Long> ids = limit == 0 || start < 0
                ? List.of()
                : data.jdbi().withHandle(handle -> {
                    var statement = handle.createQuery("SELECT i.id" + FROM + where.text() + " ORDER BY " + order
                            + " LIMIT " + limit + " OFFSET " + start);
                    where.bindTo(statement);
                    return statement.mapTo(Long.class).list();
                });
        return new Page(ids, count(where));
    }

    public long count(ApplicationUser searcher, Query query, boolean isSecurityOverridden) throws JqlError {
        return count(visible(searcher, isSecurityOverridden)
                .and(translator(searcher, isSecurityOverridden).where(query)));
    }

    /** @throws JqlError with all that is wrong */
    public void validate(ApplicationUser searcher, Query query) throws JqlError {
        Set<Long> browsable = browsable(searcher);
        // a search need not refuse such a project, since nothing in it is found; saying that it exists is another
        // matter
        JqlTranslator translator = translator(searcher, false, browsable::contains);
        translator.where(query);
        translator.orderBy(query);
    }

    private long count(Sql where) {
        return data.jdbi().withHandle(handle -> {
            var statement = handle.createQuery("SELECT count(*)" + FROM + where.text());
            where.bindTo(statement);
            return statement.mapTo(Long.class).one();
        });
    }

    private Sql visible(ApplicationUser searcher, boolean isSecurityOverridden) {
        Sql present = Sql.of("i.archived = FALSE AND p.archived = FALSE");
        return isSecurityOverridden ? present : present.and(Sql.in("i.project_id", browsable(searcher)));
    }

    private Set<Long> browsable(ApplicationUser searcher) {
        return data.grants().projects(Grants.BROWSE, searcher == null ? null : searcher.getKey());
    }

    private JqlTranslator translator(ApplicationUser searcher, boolean isSecurityOverridden) {
        return translator(searcher, isSecurityOverridden, project -> true);
    }

    private JqlTranslator translator(ApplicationUser searcher, boolean isSecurityOverridden, LongPredicate isKnown) {
        JqlDates dates = new JqlDates(data.clock());
        Set<Long> browsable = isSecurityOverridden ? Set.of() : browsable(searcher);
        IssueLookup lookup =
                new IssueLookup(data.issues(), project -> isSecurityOverridden || browsable.contains(project), isKnown);
        JqlFields fields = new JqlFields(data, dialect, dates, lookup);
        return new JqlTranslator(data, fields, functions, dates, searcher, isSecurityOverridden);
    }
}
