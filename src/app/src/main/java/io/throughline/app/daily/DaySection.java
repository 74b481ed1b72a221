package io.throughline.app.daily;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.edit.Fields;
import io.throughline.app.exchange.ExtraSection;
import io.throughline.app.store.Json;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recorded days leave and come with the strategy: without them nobody could ask how far the work was. As packed as they
 * are stored, or a year of a large plan would be larger than a document may be.
 */
@JiraComponent
public class DaySection implements ExtraSection {
    private static final Pattern PLAN = Pattern.compile("PLAN-[1-9][0-9]{0,6}");
    private static final int LONGEST = 50_000_000;

    private final DayRecords records;

    @Inject
    public DaySection(DayRecords records) {
        this.records = records;
    }

    @Override
    public String name() {
        return "days";
    }

    @Override
    public void each(Consumer<ObjectNode> found) {
        records.each(record -> found.accept(Json.object()
                .put("plan", record.plan())
                .put("day", record.day().toString())
                .put("takenAt", record.taken().toString())
                .put("numbers", record.document())));
    }

    @Override
    public void check(Fields row) {
        String plan = row.line("plan", Fields.NAME_LENGTH);
        if (plan == null || !PLAN.matcher(plan).matches()) {
            row.wrong("plan", "key-of", "PLAN-1");
        }
        row.requiredDate("day");
        String taken = row.line("takenAt", Fields.NAME_LENGTH);
        if (taken == null || instant(taken) == null) {
            row.wrong("takenAt", "instant");
        }
        String numbers = row.text("numbers", LONGEST);
        if (numbers == null || !DayDocument.isReadable(numbers)) {
            row.wrong("numbers", "unreadable", name());
        }
        row.finish();
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Override
    public void restore(List<ObjectNode> rows) {
        for (ObjectNode row : rows) {
            records.keep(new DayRecord(
                    row.get("plan").textValue(),
                    LocalDate.parse(row.get("day").textValue()),
                    Instant.parse(row.get("takenAt").textValue()),
                    row.get("numbers").textValue()));
        }
    }
}
