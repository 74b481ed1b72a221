package io.throughline.app.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.app.access.Caller;
import io.throughline.app.live.OpenBrowsing;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.work.QueryMembers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Real groupings that people made: each group is an objective, four fifths of its members are linked to it, and the last
 * fifth is asked for. None of the exports at hand has initiatives or themes above epics, so the groupings are those one
 * level below: issues under epics, and sub-tasks under parents. What groups them (epic, parent) is kept from the suggester.
 */
@Tag("slow")
class SuggestionsOnRealDataTest {
    private static final Caller PMO = new Caller("pmo", "pmo", true, true, false);
    private static final int FOLDS = 5;
    private static final int LEAST_MEMBERS = 2;

    /** A group: what it is called, what it says, and its members. */
    private record Group(String name, String text, List<IssueText> members) {}

    private record Result(int asked, int found, int byTheMostFrequent, int byTheThreeMostFrequent) {
        String text(String data) {
            return String.format(
                    "SUGGESTIONS %s: %d held out, right in the top three %d (%.0f %%), most frequent objective %d (%.1f %%),"
                            + " three most frequent %d (%.1f %%)",
                    data,
                    asked,
                    found,
                    100.0 * found / asked,
                    byTheMostFrequent,
                    100.0 * byTheMostFrequent / asked,
                    byTheThreeMostFrequent,
                    100.0 * byTheThreeMostFrequent / asked);
        }
    }

    @Test
    void issuesFindTheEpicUnderWhichPeoplePutThem() throws IOException {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (JsonNode issue : issues("titanium-agile-json/issues-hierarchy.jsonl.gz")) {
            JsonNode epic = issue.at("/fields/epic");
            if (epic.isObject()) {
                groups.computeIfAbsent(
                                epic.get("key").textValue(),
                                key -> new Group(
                                        epic.path("name").asText(),
                                        epic.path("summary").asText(),
                                        new ArrayList<>()))
                        .members()
                        .add(text(issue));
            }
        }
        assertMeasured("Titanium, issues under epics", groups);
    }

    @Test
    void subTasksFindTheParentUnderWhichPeoplePutThem() throws IOException {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (JsonNode issue : issues("apache-arrow-rest-v2/issues-hierarchy.jsonl.gz")) {
            JsonNode parent = issue.at("/fields/parent");
            if (parent.isObject()) {
                groups.computeIfAbsent(
                                parent.get("key").textValue(),
                                key -> new Group(parent.at("/fields/summary").asText(), "", new ArrayList<>()))
                        .members()
                        .add(text(issue));
            }
        }
        assertMeasured("Arrow, sub-tasks under parents", groups);
    }

    private static void assertMeasured(String data, Map<String, Group> groups) {
        Result result = measure(groups.values().stream()
                .filter(group -> group.members().size() >= LEAST_MEMBERS)
                .toList());
        System.err.println(result.text(data));

        assertThat(result.asked()).isGreaterThan(500);
        assertThat(result.found())
                .as("at least twice as often as the three most frequent objectives together")
                .isGreaterThanOrEqualTo(2 * result.byTheThreeMostFrequent())
                .isGreaterThanOrEqualTo(2 * result.byTheMostFrequent());
    }

    private static Result measure(List<Group> groups) {
        Map<Long, String> truth = new LinkedHashMap<>();
        for (int at = 0; at < groups.size(); at++) {
            String key = "OBJ-" + (at + 1);
            groups.get(at).members().forEach(member -> truth.put(member.id(), key));
        }
        List<Long> all = new ArrayList<>(truth.keySet());
        Collections.sort(all);
        Collections.shuffle(all, new Random(7));
        Result sum = new Result(0, 0, 0, 0);
        for (int fold = 0; fold < FOLDS; fold++) {
            Set<Long> heldOut = new HashSet<>();
            for (int at = fold; at < all.size(); at += FOLDS) {
                heldOut.add(all.get(at));
            }
            Result one = fold(groups, truth, heldOut);
            sum = new Result(
                    sum.asked() + one.asked(),
                    sum.found() + one.found(),
                    sum.byTheMostFrequent() + one.byTheMostFrequent(),
                    sum.byTheThreeMostFrequent() + one.byTheThreeMostFrequent());
        }
        return sum;
    }

    private static Result fold(List<Group> groups, Map<Long, String> truth, Set<Long> heldOut) {
        Plans plans = new Plans();
        InMemoryTexts texts = new InMemoryTexts();
        Map<String, Integer> frequency = new HashMap<>();
        plans.write(draft -> {
            for (int at = 0; at < groups.size(); at++) {
                Group group = groups.get(at);
                draft.put(
                        Plans.objective("OBJ-" + (at + 1), 1, group.name(), group.text(), null, ObjectiveState.ACTIVE));
            }
        });
        groups.forEach(group -> group.members().forEach(texts::add));
        truth.forEach((id, objective) -> {
            if (!heldOut.contains(id)) {
                frequency.merge(objective, 1, Integer::sum);
            }
        });
        Map<String, List<Long>> links =
                truth.keySet().stream().filter(id -> !heldOut.contains(id)).collect(Collectors.groupingBy(truth::get));
        plans.write(draft -> links.forEach((objective, ids) -> Plans.link(draft, objective, ids)));
        List<String> frequent = frequency.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(3)
                .map(Map.Entry::getKey)
                .toList();
        Suggester suggester = new Suggester(texts, plans.store, QueryMembers::none, new OpenBrowsing());
        suggester.tick();
        Map<Long, List<Suggestion>> found = suggester.forIssues(plans.model(), null, heldOut, PMO);
        int right = 0;
        int first = 0;
        int firstThree = 0;
        for (long id : heldOut) {
            String wanted = truth.get(id);
            right += found.get(id).stream().anyMatch(each -> each.objective().equals(wanted)) ? 1 : 0;
            first += frequent.get(0).equals(wanted) ? 1 : 0;
            firstThree += frequent.contains(wanted) ? 1 : 0;
        }
        return new Result(heldOut.size(), right, first, firstThree);
    }

    private static IssueText text(JsonNode issue) {
        JsonNode fields = issue.get("fields");
        JsonNode project = fields.path("project");
        String key = issue.get("key").textValue();
        return new IssueText(
                issue.get("id").asLong(),
                key,
                project.path("id").asLong(1),
                key.substring(0, key.indexOf('-')),
                0,
                fields.path("summary").asText(),
                fields.path("description").asText(""),
                new HashSet<>(fields.path("components").findValuesAsText("name")),
                strings(fields.path("labels")),
                false);
    }

    private static Set<String> strings(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static List<JsonNode> issues(String name) throws IOException {
        String folder = System.getenv("THROUGHLINE_DATA");
        Assumptions.assumeTrue(
                folder != null && Files.exists(Path.of(folder, name)),
                "SKIPPED: no real Jira data on this machine (THROUGHLINE_DATA/" + name + ")");
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> issues = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Path.of(folder, name))), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                issues.add(mapper.readTree(line));
            }
        }
        return issues;
    }
}
