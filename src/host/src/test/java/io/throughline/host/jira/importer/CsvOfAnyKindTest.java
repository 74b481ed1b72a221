package io.throughline.host.jira.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.host.jira.TestJira;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that nobody has seen before, made from a seed: whatever is in them, every row is imported, known, or named. */
@Tag("slow")
class CsvOfAnyKindTest {
    private static final List<String> HEADINGS = List.of(
            "Summary",
            "Issue id",
            "Parent id",
            "Parent",
            "Issue Type",
            "Status",
            "Status Category",
            "Project name",
            "Priority",
            "Resolution",
            "Assignee",
            "Assignee Id",
            "Reporter",
            "Created",
            "Updated",
            "Resolved",
            "Due Date",
            "Labels",
            "Labels",
            "Component/s",
            "Component/s",
            "Fix Version/s",
            "Affects Version/s",
            "Description",
            "Original Estimate",
            "Time Spent",
            "Inward issue link (Blocks)",
            "Outward issue link (Cloners)",
            "Custom field (Epic Link)",
            "Custom field (Epic Name)",
            "Custom field (Story Points)",
            "Custom field (Cost)",
            "Custom field (Team)",
            "Comment",
            "Comment",
            "Sprint",
            "",
            "Unheard of");
    private static final List<String> DATES = List.of(
            "dd/MMM/yy h:mm a",
            "yyyy-MM-dd HH:mm",
            "dd.MM.yyyy HH:mm",
            "MMM d, yyyy",
            "M/d/yy h:mm a",
            "d MMMM yyyy HH:mm");
    private static final List<Locale> LOCALES = List.of(
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.FRENCH,
            Locale.forLanguageTag("es"),
            Locale.forLanguageTag("pl"),
            Locale.JAPANESE);
    private static final List<String> NOISE = List.of(
            "",
            "x",
            "Ärger",
            "\u0000",
            "\uD83D\uDE80",
            "=1+1",
            "2024-99-99",
            "A-",
            "-1",
            "NaN",
            "1e9",
            "\"",
            "a,b;c\td",
            "two\nlines",
            "\r\n",
            " ",
            "null",
            "9".repeat(30),
            "w".repeat(3000),
            "🚀".repeat(200),
            "A-99999999999999999999");

    @TempDir
    Path folder;

    private Random random;

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyRowIsImportedOrNamed(long seed) throws IOException {
        random = new Random(seed);
        TestJira jira = new TestJira();
        List<String> headings = new ArrayList<>(HEADINGS);
        Collections.shuffle(headings, random);
        headings = new ArrayList<>(headings.subList(0, random.nextInt(headings.size())));
        headings.add(random.nextInt(headings.size() + 1), any(List.of("Issue key", "Key", "issue KEY", "Issue")));
        String separator = any(List.of(",", ";", "\t"));
        Locale locale = any(LOCALES);
        DateTimeFormatter form = DateTimeFormatter.ofPattern(any(DATES), locale);
        int rows = 60 + random.nextInt(200);
        int emptyLines = 0; // which are no rows
        StringBuilder csv = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
        csv.append(row(headings, separator));
        for (int at = 0; at < rows; at++) {
            List<String> cells = new ArrayList<>();
            for (String heading : headings) {
                cells.add(cell(heading.toLowerCase(Locale.ROOT), at, form));
            }
            int width = random.nextInt(20) == 0 ? random.nextInt(cells.size() + 1) : cells.size();
            String row = row(
                    random.nextInt(30) == 0
                            ? Collections.nCopies(cells.size(), "")
                            : cells.subList(0, Math.max(1, width)),
                    separator);
            emptyLines += row.equals("\r\n") ? 1 : 0;
            csv.append(row);
        }
        Charset charset = csv.charAt(0) != '\uFEFF' && random.nextInt(3) == 0
                ? Charset.forName("windows-1252")
                : StandardCharsets.UTF_8;
        Path file = Files.write(folder.resolve("any.csv"), csv.toString().getBytes(charset));
        Path leftOut = folder.resolve("left-out.txt");

        ImportSummary summary = new JiraImport(jira.services, new PrintStream(OutputStream.nullOutputStream()), leftOut)
                .run(List.of(file));

        String said = "seed " + seed + ", " + headings + "\n" + summary.text();
        long named = Files.exists(leftOut)
                ? Files.readAllLines(leftOut).stream()
                        .filter(line -> line.startsWith("any.csv line "))
                        .count()
                : 0;
        assertThat(summary.seen()).as(said).isEqualTo(rows - emptyLines);
        assertThat(summary.imported() + named).as(said).isEqualTo(summary.seen());
        assertThat(jira.count("SELECT count(*) FROM jira_issue")).as(said).isEqualTo(summary.imported());
        assertThat(summary.imported()).as(said).isPositive();
    }

    private String cell(String heading, int row, DateTimeFormatter form) {
        if (random.nextInt(12) == 0) {
            return any(NOISE);
        }
        return switch (heading) {
            case "issue key", "key", "issue" -> any(List.of("A-", "BIG-", "a-")) + (row + 1);
            case "issue id" -> "" + (500 + row);
            case "parent id", "parent" -> random.nextInt(3) == 0 ? "" + (500 + random.nextInt(300)) : "";
            case "issue type" -> any(List.of("Epic", "Story", "Sub-task", "Bug", "Technik", "Initiative", "故事"));
            case "status" -> any(List.of("Open", "Baking", "Erledigt", "In Review", "完成"));
            case "status category" -> any(List.of("To Do", "In Progress", "Done", "Fertig", "?"));
            case "resolution" -> any(List.of("", "Unresolved", "Fixed", "Won't Do"));
            case "created", "updated", "resolved", "due date" ->
                LocalDateTime.of(2023, 1, 1, 0, 0)
                        .plusMinutes(random.nextInt(1_000_000))
                        .format(form);
            case "original estimate", "time spent" -> "" + random.nextInt(100_000);
            case "inward issue link (blocks)", "outward issue link (cloners)", "custom field (epic link)" ->
                random.nextBoolean() ? "A-" + random.nextInt(300) : "";
            case "custom field (story points)", "custom field (cost)" ->
                random.nextInt(20) + any(List.of("", ".5", ",5"));
            default -> any(List.of("", "word " + random.nextInt(9), "two words"));
        };
    }

    private static String row(List<String> cells, String separator) {
        return cells.stream()
                .map(cell -> cell.matches("[\\w .:/äöüéÄ-]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(separator, "", "\r\n"));
    }
}
