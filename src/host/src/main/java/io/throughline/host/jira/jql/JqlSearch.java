package io.throughline.host.jira.jql;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.query.Query;
import io.throughline.host.jira.model.Dialect;
import io.throughline.host.jira.model.Grants;
import io.throughline.host.jira.model.JiraData;
import io.throughline.host.jira.model.ProjectRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;

/** Runs queries. What the searcher may not browse and what is archived is never found. */
public final class JqlSearch {
    /** The window of a search on OpenSearch: nothing behind this many results can be reached. */
    public static final int WINDOW = 10_000;

    private final JiraData data;
    private final JqlFunctions functions;
    private final Dialect dialect;
    private final Finding finding;

    /** One page of issue ids, and how many issues match in all. */
    public record Page(List<Long> ids, long total) {}

    public JqlSearch(JiraData data, JqlFunctions functions) {
        this(data, functions, Finding.FEW);
    }

    /** @param few how many results are sorted as they are; tests lower it to see how more are found */
    JqlSearch(JiraData data, JqlFunctions functions, int few) {
        this.data = data;
        this.functions = functions;
        this.dialect = data.jdbi().withHandle(Dialect::of);
        this.finding = new Finding(data.jdbi(), dialect, few);
    }

    /**
     * @param searcher null for anonymous
     * @param isSecurityOverridden true to search what nobody may see
     */
    public Page search(ApplicationUser searcher, Query query, int start, int max, boolean isSecurityOverridden)
            throws JqlError {
        JqlTranslator translator = translator(searcher, isSecurityOverridden);
        Sql where = visible(searcher, isSecurityOverridden).and(translator.where(query));
        Order order = translator.order(query);
        int limit = Math.max(0, Math.min(max, WINDOW - start));
        return limit == 0 || start < 0
                ? new Page(List.of(), finding.count(where))
                : finding.page(where, order, start, limit);
    }

    /** The first issues alone: nobody asks how many there are, which in a large Jira is most of the work. */
    public List<Long> first(ApplicationUser searcher, Query query, int max) throws JqlError {
        JqlTranslator translator = translator(searcher, false);
        Sql where = visible(searcher, false).and(translator.where(query));
        return finding.first(where, translator.order(query), max, query.getWhereClause() == null);
    }

    public long count(ApplicationUser searcher, Query query, boolean isSecurityOverridden) throws JqlError {
        return finding.count(visible(searcher, isSecurityOverridden)
                .and(translator(searcher, isSecurityOverridden).where(query)));
    }

    /** @throws JqlError with all that is wrong */
    public void validate(ApplicationUser searcher, Query query) throws JqlError {
        Set<Long> browsable = browsable(searcher);
        // a search need not refuse such a project, since nothing in it is found; saying that it exists is another
        // matter
        JqlTranslator translator = translator(searcher, false, browsable::contains);
        translator.where(query);
        translator.order(query);
    }

    /**
     * Which projects may be found in is settled here and not by the database for every issue. Where it is most of them the others are
     * named; projects that are made in this moment are none of them.
     */
    private Sql visible(ApplicationUser searcher, boolean isSecurityOverridden) {
        Set<Long> browsable = isSecurityOverridden ? Set.of() : browsable(searcher);
        List<Long> seen = new ArrayList<>();
        List<Long> unseen = new ArrayList<>();
        long newest = 0;
        for (ProjectRow project : data.projects().all()) {
            boolean isSeen = !project.isArchived() && (isSecurityOverridden || browsable.contains(project.id()));
            (isSeen ? seen : unseen).add(project.id());
            newest = Math.max(newest, project.id());
        }
        Sql here = unseen.size() < seen.size()
                // not as a range: there is an index, and for most of all issues it is the longer way
                ? Sql.of("i.project_id + 0 <= " + newest)
                        .and(
                                unseen.isEmpty()
                                        ? Sql.EVERYTHING
                                        : Sql.in("i.project_id", unseen).not())
                : Sql.in("i.project_id", seen);
        return Sql.of("i.archived = FALSE").and(here);
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
