package io.throughline.host.jira.page;

import io.throughline.host.jira.jql.JqlError;
import io.throughline.host.jira.jql.JqlParser;
import io.throughline.host.jira.jql.JqlSearch;
import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.IssueRow;
import io.throughline.host.jira.model.TypeIcons;
import io.throughline.host.jira.service.JiraServices;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Issues and their words for templates. */
final class Lines {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MMM/yy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MMM/yy h:mm a", Locale.ENGLISH);

    private final JiraServices services;
    private final String contextPath;
    private final JqlSearch search;

    Lines(JiraServices services, String contextPath) {
        this.services = services;
        this.contextPath = contextPath;
        this.search = new JqlSearch(services.data(), services.functions());
    }

    /** @param tone the style of a status lozenge: new, indeterminate, done */
    public record Lozenge(String text, String tone) {}

    public record Icon(String url, String title) {}

    /** One issue in a list. */
    public record Line(
            String key,
            String url,
            String summary,
            Icon type,
            Lozenge status,
            String assignee,
            String priority,
            String resolution,
            String created,
            String updated) {}

    /** A page of a search. */
    public record Found(List<Line> lines, long total) {}

    Found search(String jql, int start, int max) throws JqlError {
        JqlSearch.Page page = search.search(
                services.authenticationContext().getLoggedInUser(), JqlParser.parse(jql), start, max, false);
        return new Found(
                services.data().issues().find(page.ids()).stream()
                        .map(this::line)
                        .toList(),
                page.total());
    }

    /** The first issues of a search, without asking how many there are. */
    List<Line> first(String jql, int max) throws JqlError {
        List<Long> ids = search.first(services.authenticationContext().getLoggedInUser(), JqlParser.parse(jql), max);
        return services.data().issues().find(ids).stream().map(this::line).toList();
    }

    Line line(IssueRow row) {
        return new Line(
                row.key(),
                url(row.key()),
                row.summary(),
                icon(row.typeId()),
                lozenge(row.statusId()),
                person(row.assignee(), "Unassigned"),
                row.priorityId() == null
                        ? ""
                        : services.data()
                                .constants()
                                .priorities()
                                .get(row.priorityId())
                                .name(),
                row.resolutionId() == null
                        ? "Unresolved"
                        : services.data()
                                .constants()
                                .resolutions()
                                .get(row.resolutionId())
                                .name(),
                day(row.created()),
                day(row.updated()));
    }

    String url(String key) {
        return contextPath + "/browse/" + key;
    }

    Icon icon(long typeId) {
        Constant.IssueType type = services.data().constants().types().get(typeId);
        return new Icon(contextPath + TypeIcons.path(type), type.name());
    }

    Lozenge lozenge(long statusId) {
        Constant.Status status = services.data().constants().statuses().get(statusId);
        return new Lozenge(status.name(), status.category().key());
    }

    String person(String key, String nobody) {
        return key == null
                ? nobody
                : services.data()
                        .people()
                        .find(key)
                        .map(person -> person.displayName())
                        .orElse(key);
    }

    String day(long millis) {
        return DAY.format(
                Instant.ofEpochMilli(millis).atZone(services.data().clock().getZone()));
    }

    String minute(long millis) {
        return MINUTE.format(
                Instant.ofEpochMilli(millis).atZone(services.data().clock().getZone()));
    }
}
