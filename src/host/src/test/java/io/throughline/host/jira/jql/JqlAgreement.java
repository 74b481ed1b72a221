package io.throughline.host.jira.jql;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.host.jira.BothDatabases;
import io.throughline.host.jira.model.FieldTypes;
import io.throughline.host.jira.model.IssueParts;
import io.throughline.host.jira.model.IssueRow;
import io.throughline.host.jira.model.StatusCategories;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Queries made by chance, run as SQL and by going through every issue in Java; both must find the same. The Java side knows nothing of
 * the tree or the SQL: it is built beside the text of the query, and NOT is pushed inwards as Jira does.
 */
abstract class JqlAgreement extends BothDatabases {
    private static final long SEED = 20260315;
    private static final int QUERIES = 1_000;

    private JqlWorld world;

    @BeforeEach
    void fill() {
        world = new JqlWorld(jira, SEED, 60);
        jira.services.functions().register(new EveryNth(world));
    }

    /** A condition as text, what it means, and what its opposite means: not the complement where a value is missing. */
    private record Said(String jql, Predicate<IssueRow> means, Predicate<IssueRow> opposite) {
        Said not() {
            return new Said("NOT (" + jql + ")", opposite, means);
        }

        static Said joined(Said left, Said right, boolean isAnd) {
            return isAnd
                    ? new Said(
                            "(" + left.jql + " AND " + right.jql + ")",
                            left.means.and(right.means),
                            left.opposite.or(right.opposite))
                    : new Said(
                            "(" + left.jql + " OR " + right.jql + ")",
                            left.means.or(right.means),
                            left.opposite.and(right.opposite));
        }
    }

    @Test
    void everyQueryFindsAndOrdersWhatGoingThroughAllIssuesFinds() throws JqlError {
        JqlSearch ofFew = new JqlSearch(world.jira.data(), world.jira.services.functions());
        // where four are many, walking an index and counting by project are tried as well
        JqlSearch ofMany = new JqlSearch(world.jira.data(), world.jira.services.functions(), 4);
        for (int i = 0; i < QUERIES; i++) {
            JqlSearch search = i % 2 == 0 ? ofFew : ofMany;
            Said said = clause(3);
            Ordering ordering = Ordering.random(world);
            String jql = said.jql() + ordering.jql();
            List<Long> expected = world.rows.stream()
                    .filter(said.means())
                    .sorted(ordering.comparator())
                    .map(IssueRow::id)
                    .toList();
            int start = world.random().nextInt(expected.size() + 2) / (1 + i % 4);
            int max = 1 + world.random().nextInt(i % 2 == 0 ? 70 : 12);

            JqlSearch.Page page = search.search(world.jira.user("dev"), JqlParser.parse(jql), start, max, false);

            assertThat(page.total()).as("seed %d, query %d: %s", SEED, i, jql).isEqualTo(expected.size());
            assertThat(page.ids())
                    .as("seed %d, query %d, from %d, at most %d: %s", SEED, i, start, max, jql)
                    .isEqualTo(expected.stream().skip(start).limit(max).toList());
        }
    }

    @Test
    void theFirstIssuesAreTheBeginningOfTheWhole() throws JqlError {
        JqlSearch search = new JqlSearch(world.jira.data(), world.jira.services.functions(), 4);
        for (String jql :
                List.of("ORDER BY updated DESC", "ORDER BY updated ASC", "ORDER BY created", "", "status = Done")) {
            assertThat(search.first(world.jira.user("dev"), JqlParser.parse(jql), 7))
                    .as(jql)
                    .isNotEmpty()
                    .isEqualTo(search.search(world.jira.user("dev"), JqlParser.parse(jql), 0, 7, false)
                            .ids());
        }
    }

    @Test
    void aQueryWrittenOutOfItsTreeFindsTheSame() throws JqlError {
        JqlSearch search = new JqlSearch(world.jira.data(), world.jira.services.functions());
        for (int i = 0; i < 40; i++) {
            String jql = clause(3).jql() + " ORDER BY created DESC";
            String again = ParsedQuery.text(JqlParser.parse(jql));
            assertThat(search.search(world.jira.user("dev"), JqlParser.parse(again), 0, 1000, false)
                            .ids())
                    .as(jql + " became " + again)
                    .isEqualTo(search.search(world.jira.user("dev"), JqlParser.parse(jql), 0, 1000, false)
                            .ids());
        }
    }

    @Test
    void pagesPutTogetherAreTheWholeInOrder() throws JqlError {
        JqlSearch search = new JqlSearch(world.jira.data(), world.jira.services.functions());
        Comparator<IssueRow> keyDescending = Comparator.comparing(
                        (IssueRow row) -> row.key().split("-")[0])
                .thenComparing(IssueRow::number)
                .reversed();
        List<Long> expected = world.rows.stream()
                .sorted(Comparator.comparing(IssueRow::due, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(IssueRow::created, Comparator.reverseOrder())
                        .thenComparing(keyDescending))
                .map(IssueRow::id)
                .toList();
        List<Long> pages = new ArrayList<>();
        for (int start = 0; start < expected.size(); start += 7) {
            pages.addAll(search.search(
                            world.jira.user("dev"), JqlParser.parse("ORDER BY due ASC, created DESC"), start, 7, false)
                    .ids());
        }
        assertThat(pages).isEqualTo(expected);
    }

    private Said clause(int depth) {
        if (depth == 0 || world.random().nextInt(4) == 0) {
            return terminal();
        }
        if (world.random().nextInt(4) == 0) {
            return clause(depth - 1).not();
        }
        return Said.joined(clause(depth - 1), clause(depth - 1), world.random().nextBoolean());
    }

    private Said terminal() {
        return switch (world.random().nextInt(18)) {
            case 0 ->
                ofSet("project", List.of("ONE", "TWO"), row -> List.of(row.key().split("-")[0]), false);
            case 1 ->
                ofSet(
                        "issuetype",
                        List.of("Epic", "Story", "Bug", "Task", "Sub-task"),
                        row -> List.of(type(row)),
                        false);
            case 2 -> ofSet("status", List.of("To Do", "In Progress", "Done"), row -> List.of(status(row)), false);
            case 3 ->
                ofSet("statusCategory", List.of("To Do", "In Progress", "Done"), row -> List.of(category(row)), false);
            case 4 -> ofSet("resolution", List.of("Done", "Duplicate"), this::resolution, true);
            case 5 ->
                ofSet("labels", JqlWorld.LABELS, row -> List.copyOf(parts(row).labels()), true);
            case 6 -> ofSet("component", JqlWorld.COMPONENTS, this::components, true);
            case 7 -> ofSet("assignee", JqlWorld.PEOPLE, row -> listOf(row.assignee()), true);
            case 8 -> ofSet("\"Epic Link\"", epicKeys(), this::epic, true);
            case 9 -> ofNumber("\"Story Points\"", row -> points(row));
            case 10 -> ofDay();
            case 11 -> ofText("summary");
            case 12 -> ofText("text");
            case 13 -> ofId();
            case 14 -> ofParent();
            case 15 -> ofInstant();
            case 16 -> ofFunction();
            default -> ofKey();
        };
    }

    private Said ofSet(String field, List<String> all, Function<IssueRow, List<String>> values, boolean isOptional) {
        if (isOptional && world.random().nextInt(4) == 0) {
            return eitherWay(
                    field + " IS EMPTY",
                    field + " IS NOT EMPTY",
                    row -> values.apply(row).isEmpty(),
                    row -> false);
        }
        List<String> wanted = world.random().nextBoolean()
                ? List.of(world.pick(all))
                : shuffled(all).subList(0, 2);
        String list = wanted.stream().map(value -> '"' + value + '"').collect(Collectors.joining(", "));
        Predicate<IssueRow> has = row -> values.apply(row).stream().anyMatch(wanted::contains);
        Predicate<IssueRow> hasNone = row -> values.apply(row).isEmpty();
        return wanted.size() == 1
                ? eitherWay(field + " = " + list, field + " != " + list, has, hasNone)
                : eitherWay(field + " in (" + list + ")", field + " not in (" + list + ")", has, hasNone);
    }

    /** @param unknown neither the condition nor its opposite holds */
    private Said eitherWay(String jql, String opposite, Predicate<IssueRow> holds, Predicate<IssueRow> unknown) {
        Predicate<IssueRow> positive = holds.and(unknown.negate());
        Predicate<IssueRow> negative = holds.negate().and(unknown.negate());
        return world.random().nextBoolean()
                ? new Said(jql, positive, negative)
                : new Said(opposite, negative, positive);
    }

    private Said ofNumber(String field, Function<IssueRow, Double> value) {
        double limit = world.random().nextInt(5);
        Predicate<IssueRow> none = row -> value.apply(row) == null;
        return switch (world.random().nextInt(3)) {
            case 0 ->
                eitherWay(
                        field + " >= " + (int) limit,
                        field + " < " + (int) limit,
                        row -> value.apply(row) != null && value.apply(row) >= limit,
                        none);
            case 1 ->
                eitherWay(
                        field + " > " + (int) limit,
                        field + " <= " + (int) limit,
                        row -> value.apply(row) != null && value.apply(row) > limit,
                        none);
            default ->
                eitherWay(
                        field + " = " + (int) limit,
                        field + " != " + (int) limit,
                        row -> value.apply(row) != null && value.apply(row) == limit,
                        none);
        };
    }

    private Said ofDay() {
        String day = "2026-03-" + String.format("%02d", 1 + world.random().nextInt(28));
        java.time.LocalDate limit = java.time.LocalDate.parse(day);
        if (world.random().nextBoolean()) {
            long millis =
                    limit.atStartOfDay(java.time.ZoneOffset.UTC).toInstant().toEpochMilli();
            return eitherWay(
                    "created >= " + day,
                    "created < \"" + day.replace('-', '/') + '"',
                    row -> row.created() >= millis,
                    row -> false);
        }
        return eitherWay(
                "due > " + day,
                "due <= " + day,
                row -> row.due() != null && row.due().isAfter(limit),
                row -> row.due() == null);
    }

    private Said ofInstant() {
        long millis = world.pick(world.rows).updated();
        String minute = java.time.LocalDateTime.ofInstant(
                        java.time.Instant.ofEpochMilli(millis), java.time.ZoneOffset.UTC)
                .toString()
                .replace('T', ' ')
                .substring(0, 16);
        long limit = millis - Math.floorMod(millis, 60_000);
        return eitherWay(
                "updated >= \"" + minute + '"',
                "updated < \"" + minute + '"',
                row -> row.updated() >= limit,
                row -> false);
    }

    private Said ofId() {
        IssueRow chosen = world.pick(world.rows);
        return eitherWay("id = " + chosen.id(), "id != " + chosen.id(), row -> row.id() == chosen.id(), row -> false);
    }

    /** Sub-tasks have one; of issues without a parent neither side holds. */
    private Said ofParent() {
        List<IssueRow> parents = world.rows.stream()
                .filter(row -> world.rows.stream().anyMatch(each -> Objects.equals(each.parentId(), row.id())))
                .toList();
        IssueRow chosen = world.pick(parents);
        return eitherWay(
                "parent = " + chosen.key(),
                "parent != " + chosen.key(),
                row -> Objects.equals(row.parentId(), chosen.id()),
                row -> row.parentId() == null);
    }

    private Said ofFunction() {
        int divisor = 2 + world.random().nextInt(4);
        return eitherWay(
                "issue in everyNth(\"" + divisor + "\")",
                "key not in everyNth(" + divisor + ")",
                row -> row.id() % divisor == 0,
                row -> false);
    }

    private Said ofText(String field) {
        String word = world.pick(JqlWorld.WORDS);
        boolean isBeginning = world.random().nextBoolean();
        String pattern = isBeginning ? word.substring(0, 3) + "*" : word.toUpperCase(Locale.ROOT);
        Predicate<IssueRow> has = row -> List.of(row.summary().split(" ")).stream()
                .anyMatch(each -> isBeginning ? each.startsWith(word.substring(0, 3)) : each.equals(word));
        return eitherWay(field + " ~ \"" + pattern + '"', field + " !~ \"" + pattern + '"', has, row -> false);
    }

    private Said ofKey() {
        IssueRow chosen = world.pick(world.rows);
        if (world.random().nextBoolean()) {
            return eitherWay(
                    "key = " + chosen.key(),
                    "issuekey != " + chosen.key(),
                    row -> row.id() == chosen.id(),
                    row -> false);
        }
        return eitherWay(
                "key >= " + chosen.key(),
                "key < " + chosen.key(),
                row -> row.number() >= chosen.number(),
                row -> row.projectId() != chosen.projectId());
    }

    private List<String> shuffled(List<String> all) {
        List<String> copy = new ArrayList<>(all);
        Collections.shuffle(copy, world.random());
        return copy;
    }

    private IssueParts parts(IssueRow row) {
        return world.parts.get(row.id());
    }

    private String type(IssueRow row) {
        return world.jira.data().constants().types().get(row.typeId()).name();
    }

    private String status(IssueRow row) {
        return world.jira.data().constants().statuses().get(row.statusId()).name();
    }

    private String category(IssueRow row) {
        return StatusCategories.byId(world.jira
                        .data()
                        .constants()
                        .statuses()
                        .get(row.statusId())
                        .categoryId())
                .name();
    }

    private List<String> resolution(IssueRow row) {
        return row.resolutionId() == null
                ? List.of()
                : List.of(world.jira
                        .data()
                        .constants()
                        .resolutions()
                        .get(row.resolutionId())
                        .name());
    }

    private List<String> components(IssueRow row) {
        return parts(row).components().stream().map(world.components::get).toList();
    }

    private List<String> epicKeys() {
        return world.epics().stream().map(epic -> epic.getKey()).toList();
    }

    private List<String> epic(IssueRow row) {
        IssueParts.FieldValue value =
                parts(row).fields().get(world.field(FieldTypes.EPIC_LINK).id());
        return value == null
                ? List.of()
                : world.epics().stream()
                        .filter(epic -> epic.getId().equals(value.issue()))
                        .map(epic -> epic.getKey())
                        .toList();
    }

    private Double points(IssueRow row) {
        IssueParts.FieldValue value = parts(row)
                .fields()
                .get(world.jira.data().constants().storyPoints().id());
        return value == null ? null : value.number();
    }

    private static List<String> listOf(String value) {
        return value == null ? List.of() : List.of(value);
    }
}
