package io.throughline.core;

import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkItem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * Issues of real exports as items of a world, numbered from 1, so that whatever changes a made-up world changes them too.
 * They are not part of the project: {@code THROUGHLINE_DATA} names the folder that holds them, else the test is skipped.
 */
final class RealExports {
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    private final Map<String, Long> ids = new LinkedHashMap<>();
    private final Map<String, Long> projects = new HashMap<>();

    private RealExports() {}

    /** Replaces the work of a world by that of an export. */
    static void into(World world, String... names) throws IOException {
        RealExports export = new RealExports();
        List<Map<String, Object>> issues = new ArrayList<>();
        for (String name : names) {
            issues.addAll(name.endsWith(".csv") ? table(file(name)) : lines(file(name)));
        }
        issues.forEach(issue -> export.ids.putIfAbsent((String) issue.get("key"), export.ids.size() + 1L));
        world.items.clear();
        for (Map<String, Object> issue : issues) {
            WorkItem item = export.item(issue);
            world.items.put(item.id(), item);
        }
        world.links.removeIf(link -> link.target().kind() == LinkTarget.Kind.JQL);
        world.members.clear();
    }

    private static Path file(String name) {
        String folder = System.getenv("THROUGHLINE_DATA");
        Assumptions.assumeTrue(
                folder != null && Files.exists(Path.of(folder, name)),
                "SKIPPED: no real Jira data on this machine (THROUGHLINE_DATA/" + name + ")");
        return Path.of(folder, name);
    }

    private static List<Map<String, Object>> lines(Path file) throws IOException {
        List<Map<String, Object>> issues = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                issues.add(PlainJson.object(line));
            }
        }
        return issues;
    }

    /** Key, title, type, activity, day of resolution, project; no field of this file has a comma that matters here. */
    private static List<Map<String, Object>> table(Path file) throws IOException {
        List<Map<String, Object>> issues = new ArrayList<>();
        List<String> rows = Files.readAllLines(file);
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.replaceAll("\"[^\"]*\"", "").split(",", -1);
            Map<String, Object> fields = new HashMap<>();
            fields.put("issuetype", Map.of("name", cells[2], "subtask", false));
            fields.put("status", Map.of("statusCategory", Map.of("key", cells[4].isEmpty() ? "new" : "done")));
            fields.put("project", Map.of("key", cells[5]));
            issues.add(Map.of("key", cells[0], "fields", fields));
        }
        return issues;
    }

    private WorkItem item(Map<String, Object> issue) {
        Object fields = issue.get("fields");
        String project = text(fields, "project", "key");
        String parent = text(fields, "parent", "key");
        String above = parent == null ? text(fields, "epic", "key") : parent;
        String category = text(fields, "status", "statusCategory", "key");
        String updated = text(fields, "updated");
        Object resolved = at(fields, "resolutiondate");
        long id = ids.get((String) issue.get("key"));
        long projectId = projects.computeIfAbsent(project, unseen -> projects.size() + 1L);
        return new WorkItem(
                id,
                "A-" + id,
                projectId,
                "P" + projectId,
                text(fields, "issuetype", "name"),
                Boolean.TRUE.equals(at(fields, "issuetype", "subtask")),
                above == null ? 0 : ids.getOrDefault(above, 0L),
                "done".equals(category)
                        ? StatusCategory.DONE
                        : "indeterminate".equals(category) ? StatusCategory.IN_PROGRESS : StatusCategory.TO_DO,
                text(fields, "resolution", "name"),
                null,
                null,
                updated == null ? World.THEN : Instant.from(INSTANT.parse(updated)),
                resolved == null ? null : Instant.from(INSTANT.parse((String) resolved)),
                false,
                null);
    }

    private static String text(Object from, String... path) {
        return (String) at(from, path);
    }

    private static Object at(Object from, String... path) {
        Object at = from;
        for (String name : path) {
            at = at instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return at;
    }
}
