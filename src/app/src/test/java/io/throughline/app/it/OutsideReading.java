package io.throughline.app.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Alignment and delivery, read from the words of the design by somebody outside: from Jira's own search and from the
 * strategy objects over REST. It knows none of the app's code, keeps nothing clever and is slow. Over 300 lines: it is read
 * from top to bottom beside the design.
 */
final class OutsideReading {
    private static final Set<String> CANCELLED = Set.of(
            "won't do",
            "won't fix",
            "duplicate",
            "cannot reproduce",
            "incomplete",
            "invalid",
            "not a bug",
            "declined",
            "rejected",
            "abandoned",
            "cancelled",
            "obsolete",
            "can't do");

    /** What a node's or link's delivery is by this reading. */
    record Delivery(
            double total,
            double done,
            double inProgress,
            Double progress,
            Double expected,
            String health,
            int items,
            int unsized,
            int excluded) {}

    private record Share(double weight, Double value) {}

    private final Map<String, JsonNode> issues = new TreeMap<>();
    private final Map<String, List<String>> children = new HashMap<>();
    private final Map<String, JsonNode> plans = new HashMap<>();
    private final Map<String, JsonNode> themes = new TreeMap<>();
    private final Map<String, JsonNode> objectives = new TreeMap<>();
    private final List<JsonNode> links;
    private final List<JsonNode> contributions;
    private final Map<Integer, Set<String>> members = new HashMap<>();
    private final Map<String, Set<Integer>> holding = new HashMap<>();
    private final String epicLink;
    private final String parentLink;
    private final String points;
    private final LocalDate today;

    OutsideReading(Caller admin, LocalDate today) throws Exception {
        this.today = today;
        Map<String, String> ids = new HashMap<>();
        admin.get("/rest/api/2/field")
                .forEach(field ->
                        ids.put(field.get("name").asText(), field.get("id").asText()));
        epicLink = ids.get("Epic Link");
        parentLink = ids.get("Parent Link");
        points = ids.get("Story Points");
        for (JsonNode issue : search(admin, "")) {
            issues.put(issue.get("key").asText(), issue.get("fields"));
        }
        for (String key : issues.keySet()) {
            String parent = parent(key);
            if (parent != null) {
                children.computeIfAbsent(parent, added -> new ArrayList<>()).add(key);
            }
        }
        all(admin, "/plans").forEach(plan -> plans.put(plan.get("key").asText(), plan));
        all(admin, "/themes").forEach(theme -> themes.put(theme.get("key").asText(), theme));
        all(admin, "/objectives").forEach(each -> objectives.put(each.get("key").asText(), each));
        links = all(admin, "/links");
        contributions = all(admin, "/contributions");
        for (JsonNode link : links) {
            if (link.at("/target/kind").asText().equals("JQL")) {
                Set<String> found = new HashSet<>();
                search(admin, link.at("/target/ref").asText())
                        .forEach(issue -> found.add(issue.get("key").asText()));
                members.put(link.get("id").asInt(), found);
            }
        }
    }

    private static List<JsonNode> search(Caller admin, String jql) throws Exception {
        List<JsonNode> found = new ArrayList<>();
        String query = java.net.URLEncoder.encode(jql, java.nio.charset.StandardCharsets.UTF_8);
        for (int start = 0; ; start += 1000) {
            JsonNode page = admin.get("/rest/api/2/search?maxResults=1000&startAt=" + start + "&jql=" + query);
            page.get("issues").forEach(found::add);
            if (found.size() >= page.get("total").asInt()) {
                return found;
            }
        }
    }

    private static List<JsonNode> all(Caller admin, String path) throws Exception {
        List<JsonNode> found = new ArrayList<>();
        while (true) {
            JsonNode page = admin.get(Caller.STRATEGY + path + "?limit=200&start=" + found.size());
            page.get("values").forEach(found::add);
            if (page.get("isLast").asBoolean()) {
                return found;
            }
        }
    }

    int issueCount() {
        return issues.size();
    }

    Map<String, JsonNode> objectives() {
        return objectives;
    }

    Map<String, JsonNode> themes() {
        return themes;
    }

    List<JsonNode> links() {
        return links;
    }

    // ---- work: what counts

    private int level(String key) {
        JsonNode type = issues.get(key).get("issuetype");
        if (type.get("subtask").asBoolean()) {
            return -1;
        }
        return switch (type.get("name").asText()) {
            case "Epic" -> 1;
            case "Initiative" -> 2;
            default -> 0;
        };
    }

    private String parent(String key) {
        JsonNode fields = issues.get(key);
        String named = switch (level(key)) {
            case -1 -> fields.at("/parent/key").asText(null);
            case 0 -> fields.path(epicLink).asText(null);
            default -> fields.path(parentLink).asText(null);
        };
        return named != null && issues.containsKey(named) && level(named) > level(key) ? named : null;
    }

    private String category(String key) {
        return issues.get(key).at("/status/statusCategory/key").asText();
    }

    private boolean isCancelled(String key) {
        String resolution = issues.get(key).at("/resolution/name").asText("").toLowerCase(Locale.ROOT);
        return category(key).equals("done") && CANCELLED.contains(resolution);
    }

    private boolean hasLiveDescendant(String key) {
        return children.getOrDefault(key, List.of()).stream()
                .anyMatch(child -> level(child) >= 0 && !isCancelled(child) || hasLiveDescendant(child));
    }

    private boolean carriesSize(String key) {
        return !isCancelled(key) && (level(key) == 0 || level(key) > 0 && !hasLiveDescendant(key));
    }

    private Double ownSize(String key, JsonNode plan) {
        JsonNode value = switch (plan.get("sizeMeasure").asText()) {
            case "STORY_POINTS" -> issues.get(key).path(points);
            case "ORIGINAL_ESTIMATE" -> issues.get(key).path("timeoriginalestimate");
            default -> com.fasterxml.jackson.databind.node.IntNode.valueOf(1);
        };
        return value.isNumber() && value.asDouble() >= 0 ? value.asDouble() : null;
    }

    private double size(String key, JsonNode plan) {
        Double own = ownSize(key, plan);
        if (own != null) {
            return own;
        }
        JsonNode given = plan.get("defaultSize");
        double usual = plan.get("sizeMeasure").asText().equals("STORY_POINTS") ? 1 : 8 * 60 * 60;
        return given.isNull() ? usual : given.asDouble();
    }

    // ---- alignment: nearest link wins, plan by plan

    private String planOf(String objective) {
        JsonNode at = objectives.get(objective);
        return themes.get(at.get("theme").asText()).get("plan").asText();
    }

    private boolean takesPart(String objective) {
        String state = objectives.get(objective).get("state").asText();
        return state.equals("ACTIVE") || state.equals("ACHIEVED");
    }

    private List<JsonNode> linksOf(String plan, String kind) {
        return links.stream()
                .filter(link -> link.at("/target/kind").asText().equals(kind))
                .filter(link -> takesPart(link.get("objective").asText()))
                .filter(link -> planOf(link.get("objective").asText()).equals(plan))
                .toList();
    }

    /** The links of a plan that hold an issue. */
    private Set<Integer> holding(String key, String plan) {
        return holding.computeIfAbsent(plan + " " + key, asked -> oldestInEachObjective(deciding(key, plan)));
    }

    private List<JsonNode> deciding(String key, String plan) {
        List<JsonNode> toIssues = linksOf(plan, "ISSUE");
        for (String at = key; at != null; at = parent(at)) {
            String here = at;
            List<JsonNode> found = toIssues.stream()
                    .filter(link -> link.at("/target/ref").asText().equals(here))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        List<JsonNode> queries = linksOf(plan, "JQL");
        for (String at = key; at != null; at = parent(at)) {
            String here = at;
            List<JsonNode> found = queries.stream()
                    .filter(link -> members.get(link.get("id").asInt()).contains(here))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        String project = issues.get(key).at("/project/key").asText();
        return linksOf(plan, "PROJECT").stream()
                .filter(link -> link.at("/target/ref").asText().equals(project))
                .toList();
    }

    private static Set<Integer> oldestInEachObjective(List<JsonNode> found) {
        Map<String, Integer> oldest = new TreeMap<>();
        found.forEach(link ->
                oldest.merge(link.get("objective").asText(), link.get("id").asInt(), Math::min));
        return new HashSet<>(oldest.values());
    }

    // ---- delivery

    private List<String> below(String objective) {
        return objectives.keySet().stream()
                .filter(key -> objectives.get(key).get("parent").asText("").equals(objective) && takesPart(key))
                .toList();
    }

    private List<JsonNode> contributionsTo(String objective) {
        return contributions.stream()
                .filter(each -> each.get("to").asText().equals(objective))
                .filter(each -> takesPart(each.get("from").asText()))
                .toList();
    }

    /** An objective with all that counts in it. */
    private void subtree(String objective, Set<String> into) {
        if (into.add(objective)) {
            below(objective).forEach(each -> subtree(each, into));
            contributionsTo(objective).forEach(each -> subtree(each.get("from").asText(), into));
        }
    }

    private Set<Integer> linksOfAll(Set<String> some) {
        Set<Integer> ids = new LinkedHashSet<>();
        links.stream()
                .filter(link -> some.contains(link.get("objective").asText()))
                .filter(link -> takesPart(link.get("objective").asText()))
                .forEach(link -> ids.add(link.get("id").asInt()));
        return ids;
    }

    private final class Sums {
        private double total;
        private double done;
        private double inProgress;
        private int items;
        private int unsized;
        private int excluded;

        Sums(Set<Integer> wanted, JsonNode plan) {
            Set<String> homes = new HashSet<>();
            links.stream()
                    .filter(link -> wanted.contains(link.get("id").asInt()))
                    .forEach(link -> homes.add(planOf(link.get("objective").asText())));
            for (String key : issues.keySet()) {
                boolean isHeld = homes.stream()
                        .anyMatch(home -> holding(key, home).stream().anyMatch(wanted::contains));
                if (isHeld && isCancelled(key) && level(key) >= 0) {
                    excluded++;
                } else if (isHeld && carriesSize(key)) {
                    add(key, plan);
                }
            }
        }

        private void add(String key, JsonNode plan) {
            double size = size(key, plan);
            items++;
            unsized += ownSize(key, plan) == null ? 1 : 0;
            total += size;
            done += category(key).equals("done") ? size : 0;
            inProgress += category(key).equals("indeterminate") ? size : 0;
        }
    }

    private static Double mean(List<Share> shares) {
        double sum = 0;
        double weights = 0;
        for (Share share : shares) {
            if (share.value() != null) {
                sum += share.weight() * share.value();
                weights += share.weight();
            }
        }
        return weights == 0 ? null : sum / weights;
    }

    private Double progressOf(String objective, JsonNode plan) {
        List<JsonNode> own = takesPart(objective)
                ? links.stream()
                        .filter(link -> link.get("objective").asText().equals(objective))
                        .toList()
                : List.of();
        boolean anyGiven = own.stream().anyMatch(link -> !link.get("weight").isNull());
        List<Share> byLink = new ArrayList<>();
        for (JsonNode link : own) {
            Sums sums = new Sums(Set.of(link.get("id").asInt()), plan);
            double weight = anyGiven ? link.get("weight").asDouble(1) : sums.total;
            byLink.add(new Share(
                    link.get("weight").isNull() && anyGiven ? 1 : weight,
                    sums.total > 0 ? sums.done / sums.total : null));
        }
        List<Share> parts = new ArrayList<>();
        for (String child : below(objective)) {
            parts.add(new Share(objectives.get(child).get("weight").asDouble(), progressOf(child, plan)));
        }
        for (JsonNode each : contributionsTo(objective)) {
            parts.add(new Share(
                    each.get("weight").asDouble(), progressOf(each.get("from").asText(), plan)));
        }
        double meanWeight = parts.stream()
                .filter(part -> part.value() != null)
                .mapToDouble(Share::weight)
                .average()
                .orElse(1);
        parts.add(new Share(meanWeight, mean(byLink)));
        return mean(parts);
    }

    private LocalDate date(String objective, String field, JsonNode plan, String ofPlan) {
        for (JsonNode at = objectives.get(objective);
                at != null;
                at = objectives.get(at.get("parent").asText(""))) {
            if (!at.get(field).isNull()) {
                return LocalDate.parse(at.get(field).asText());
            }
        }
        return LocalDate.parse(plan.get(ofPlan).asText());
    }

    private double expectedOf(String objective) {
        JsonNode home = plans.get(planOf(objective));
        LocalDate start = date(objective, "start", home, "start");
        LocalDate due = date(objective, "due", home, "end");
        double part = (double) ChronoUnit.DAYS.between(start, today) / ChronoUnit.DAYS.between(start, due);
        return Math.max(0, Math.min(1, part));
    }

    /** The delivery of an objective as its plan shows it. */
    Delivery ofObjective(String objective) {
        JsonNode plan = plans.get(planOf(objective));
        Set<String> all = new HashSet<>();
        subtree(objective, all);
        LocalDate due = date(objective, "due", plan, "end");
        return delivery(
                new Sums(linksOfAll(all), plan),
                progressOf(objective, plan),
                expectedOf(objective),
                today.isAfter(due),
                plan);
    }

    /** The delivery of a link. */
    Delivery ofLink(JsonNode link) {
        String objective = link.get("objective").asText();
        JsonNode plan = plans.get(planOf(objective));
        boolean counts = takesPart(objective);
        Sums sums = new Sums(counts ? Set.of(link.get("id").asInt()) : Set.of(), plan);
        LocalDate due = date(objective, "due", plan, "end");
        Double progress = sums.total > 0 ? (Double) (sums.done / sums.total) : null;
        return delivery(sums, progress, expectedOf(objective), today.isAfter(due), plan);
    }

    private List<String> topObjectives(String theme) {
        return objectives.keySet().stream()
                .filter(key -> objectives.get(key).get("parent").isNull() && takesPart(key))
                .filter(key -> objectives.get(key).get("theme").asText().equals(theme))
                .toList();
    }

    private record Means(Double progress, Double expected) {}

    private Means meansOfTheme(String theme, JsonNode plan) {
        List<Share> progress = new ArrayList<>();
        List<Share> expected = new ArrayList<>();
        for (String key : topObjectives(theme)) {
            double weight = objectives.get(key).get("weight").asDouble();
            Double value = progressOf(key, plan);
            progress.add(new Share(weight, value));
            expected.add(new Share(weight, value == null ? null : (Double) expectedOf(key)));
        }
        return new Means(mean(progress), mean(expected));
    }

    Delivery ofTheme(String theme) {
        JsonNode plan = plans.get(themes.get(theme).get("plan").asText());
        Set<String> all = new HashSet<>();
        topObjectives(theme).forEach(each -> subtree(each, all));
        Means means = meansOfTheme(theme, plan);
        return delivery(new Sums(linksOfAll(all), plan), means.progress(), means.expected(), false, plan);
    }

    Delivery ofPlan(String key) {
        JsonNode plan = plans.get(key);
        Set<String> all = new HashSet<>();
        List<Share> progress = new ArrayList<>();
        List<Share> expected = new ArrayList<>();
        for (JsonNode theme : themes.values()) {
            if (theme.get("plan").asText().equals(key)) {
                topObjectives(theme.get("key").asText()).forEach(each -> subtree(each, all));
                Means means = meansOfTheme(theme.get("key").asText(), plan);
                double weight = theme.get("weight").asDouble();
                progress.add(new Share(weight, means.progress()));
                expected.add(new Share(weight, means.progress() == null ? null : means.expected()));
            }
        }
        return delivery(new Sums(linksOfAll(all), plan), mean(progress), mean(expected), false, plan);
    }

    private static Delivery delivery(Sums sums, Double progress, Double expected, boolean pastDue, JsonNode plan) {
        return new Delivery(
                sums.total,
                sums.done,
                sums.inProgress,
                progress,
                expected,
                health(sums, progress, expected, pastDue, plan),
                sums.items,
                sums.unsized,
                sums.excluded);
    }

    private static String health(Sums sums, Double progress, Double expected, boolean pastDue, JsonNode plan) {
        if (progress == null) {
            return "NO_WORK";
        }
        if (Math.abs(sums.done - sums.total) < 1e-9) {
            return "DONE";
        }
        if (pastDue) {
            return "OFF_TRACK";
        }
        if (expected < 0.1) {
            return sums.done == 0 && sums.inProgress == 0 ? "NOT_STARTED" : "ON_TRACK";
        }
        double schedule = progress / expected;
        if (schedule >= plan.at("/thresholds/good").asDouble()) {
            return "ON_TRACK";
        }
        return schedule >= plan.at("/thresholds/warn").asDouble() ? "AT_RISK" : "OFF_TRACK";
    }
}
