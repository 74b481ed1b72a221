package io.throughline.host.jira.importer;

import io.throughline.host.jira.importer.ImportedIssue.Kind;
import io.throughline.host.jira.importer.ImportedIssue.Reference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What an import did and what was odd, in numbers and a few examples. */
public final class ImportSummary {
    private static final int EXAMPLES = 3;
    private static final int REFUSED_SHOWN = 20;
    private static final int LONGEST_EXAMPLE = 200;

    private long seen;
    private long imported;
    private long skipped;
    private long repeated;
    private long refused;
    private final List<String> firstRefused = new ArrayList<>();
    private final Consumer<String> refusals;
    private final Map<String, Integer> byProject = new TreeMap<>();
    private final Map<String, Integer> byType = new TreeMap<>();
    private final Map<String, Integer> byCategory = new TreeMap<>();
    private final List<String> newProjects = new ArrayList<>();
    private final Map<Kind, Integer> references = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> resolved = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, Integer>> open = new EnumMap<>(Kind.class);
    private final Map<String, Oddity> oddities = new LinkedHashMap<>();
    private final Map<String, Integer> ignoredFields = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();

    private static final class Oddity {
        private int count;
        private final List<String> examples = new ArrayList<>();
    }

    ImportSummary() {
        this(line -> {});
    }

    /** @param refusals takes a line for every issue that is left out */
    ImportSummary(Consumer<String> refusals) {
        this.refusals = refusals;
    }

    void saw() {
        seen++;
    }

    void skip() {
        skipped++;
    }

    /** The key came before in the same import. */
    void repeated(ImportedIssue issue) {
        repeated++;
        refusals.accept(oneLine(issue.where()) + ": its key came before in this import");
    }

    void refused(String where, String reason) {
        refused++;
        String line = oneLine(where) + ": " + oneLine(reason);
        if (firstRefused.size() < REFUSED_SHOWN) {
            firstRefused.add(line);
        }
        refusals.accept(line);
    }

    void imported(String project, List<Reference> of) {
        imported++;
        byProject.merge(project, 1, Integer::sum);
        of.forEach(reference -> references.merge(reference.kind(), 1, Integer::sum));
    }

    void madeProject(String key) {
        newProjects.add(key);
    }

    void type(String name) {
        byType.merge(name, 1, Integer::sum);
    }

    void category(String key) {
        byCategory.merge(key, 1, Integer::sum);
    }

    void odd(String what) {
        oddities.computeIfAbsent(what, unseen -> new Oddity()).count++;
    }

    void odd(String what, String example) {
        odd(what);
        List<String> examples = oddities.get(what).examples;
        if (examples.size() < EXAMPLES) {
            examples.add(oneLine(example));
        }
    }

    void resolved(Kind kind, int count) {
        resolved.merge(kind, count, Integer::sum);
    }

    int open(Kind kind, String project, int count) {
        open.computeIfAbsent(kind, unseen -> new LinkedHashMap<>()).put(project, count);
        return count;
    }

    void ignoredField(String name, int values) {
        ignoredFields.merge(name, values, Integer::sum);
    }

    void note(String note) {
        notes.add(note);
    }

    /** Issues read, whatever became of them. */
    public long seen() {
        return seen;
    }

    public long imported() {
        return imported;
    }

    /** Issues whose key was here before this import began. */
    public long skipped() {
        return skipped;
    }

    /** Issues whose key came before in this import. */
    public long repeated() {
        return repeated;
    }

    /** Issues that could not be imported; every one is named with its reason. Read = imported + skipped + repeated + refused. */
    public long refused() {
        return refused;
    }

    /** The first of them, each with file, line, key and reason. */
    public List<String> firstRefused() {
        return List.copyOf(firstRefused);
    }

    /** Issues read, by the name of their type. */
    public Map<String, Integer> byType() {
        return Map.copyOf(byType);
    }

    /** Issues read, by the key of their status category. */
    public Map<String, Integer> byCategory() {
        return Map.copyOf(byCategory);
    }

    public int resolvedParents() {
        return resolved.getOrDefault(Kind.PARENT, 0);
    }

    public int resolvedEpics() {
        return resolved.getOrDefault(Kind.EPIC, 0);
    }

    /** Parents and epics that are in no import so far, by project key. */
    public Map<String, Integer> openParents() {
        return Map.copyOf(open.getOrDefault(Kind.PARENT, Map.of()));
    }

    public Map<String, Integer> openEpics() {
        return Map.copyOf(open.getOrDefault(Kind.EPIC, Map.of()));
    }

    /** How often something odd was met, by its description. */
    public int oddities(String what) {
        return oddities.containsKey(what) ? oddities.get(what).count : 0;
    }

    /** For a person. */
    public String text() {
        StringBuilder text = new StringBuilder();
        line(text, "%,d issues read, %,d imported, %,d skipped because their key exists", seen, imported, skipped);
        if (repeated > 0) {
            line(text, "  %,d left out because their key came before in the same import", repeated);
        }
        refusals(text);
        if (!byProject.isEmpty()) {
            line(text, "  projects: %s%s", counts(byProject), newProjects.isEmpty() ? "" : "; new: " + newProjects);
        }
        line(text, "  types: %s", counts(byType));
        line(text, "  status categories: %s", counts(byCategory));
        for (Kind kind : List.of(Kind.PARENT, Kind.EPIC, Kind.PARENT_LINK)) {
            referenceLine(text, kind.word(), List.of(kind), "found");
        }
        referenceLine(text, "issue links", List.of(Kind.LINK_TO, Kind.LINK_FROM), "stored, each once for its two ends");
        oddities.forEach((what, oddity) -> line(
                text,
                "  odd: %,d %s%s",
                oddity.count,
                what,
                oddity.examples.isEmpty() ? "" : " (" + String.join("; ", oddity.examples) + ")"));
        if (!ignoredFields.isEmpty()) {
            line(text, "  fields this host does not keep, with their values: %s", counts(ignoredFields));
        }
        notes.forEach(note -> line(text, "  note: %s", note));
        return text.toString();
    }

    private void refusals(StringBuilder text) {
        if (refused > 0) {
            line(text, "  %,d could not be imported:", refused);
            firstRefused.forEach(each -> line(text, "    %s", each));
            if (refused > firstRefused.size()) {
                line(text, "    and %,d more", refused - firstRefused.size());
            }
        }
    }

    private void referenceLine(StringBuilder text, String name, List<Kind> kinds, String how) {
        int inFiles = kinds.stream()
                .mapToInt(kind -> references.getOrDefault(kind, 0))
                .sum();
        int now =
                kinds.stream().mapToInt(kind -> resolved.getOrDefault(kind, 0)).sum();
        Map<String, Integer> missing = new TreeMap<>();
        kinds.forEach(kind -> open.getOrDefault(kind, Map.of())
                .forEach((project, count) -> missing.merge(project, count, Integer::sum)));
        if (inFiles + now > 0) {
            String kept = missing.isEmpty() ? "" : ", kept as words because the issue is not here: " + counts(missing);
            line(text, "  %s: %,d in the files, %,d %s%s", name, inFiles, now, how, kept);
        }
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_EXAMPLE ? line : line.substring(0, LONGEST_EXAMPLE) + "…";
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(java.util.Locale.ROOT, format, values)).append('\n');
    }

    /** Largest first, at most twelve. */
    private static String counts(Map<String, Integer> counts) {
        String shown = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(12)
                .map(entry -> String.format(java.util.Locale.ROOT, "%s %,d", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        return counts.size() > 12 ? shown + ", and " + (counts.size() - 12) + " more" : shown;
    }
}
