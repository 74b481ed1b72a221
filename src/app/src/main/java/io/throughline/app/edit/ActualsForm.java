package io.throughline.app.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.store.Draft;
import io.throughline.core.measures.Periods;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Frequency;
import io.throughline.core.strategy.Kpi;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads many values of one KPI, pasted or as rows, and enters them all or none. What is wrong is said line by line; a
 * value that is there already is corrected, as one alone would be.
 */
public final class ActualsForm {
    /** Most values of one call: a century of weeks. */
    public static final int MOST = 5_200;

    /** Longest text; a body may be little longer. */
    private static final int LONGEST = 1_000_000;

    /**
     * One value that was read.
     *
     * @param line in the text, from 1; of rows the index, from 0
     */
    public record Row(
            int line,
            LocalDate period,
            double value,
            @Nullable String note) {}

    /**
     * What becomes of one value.
     *
     * @param before the value that it takes the place of, null for a new one
     */
    public record Entered(Row row, @Nullable Actual before, Actual after) {}

    private final Kpi kpi;
    private final FieldErrors errors = new FieldErrors();
    private final List<Row> rows = new ArrayList<>();
    private final Map<LocalDate, String> places = new HashMap<>();

    private ActualsForm(Kpi kpi) {
        this.kpi = kpi;
    }

    /**
     * Reads {@code {"text"}} with {@code "first"} for a column of values alone, or {@code {"rows":[{"period","value","note"}]}}.
     *
     * @param locale whose numbers and days are in the text
     * @throws Refused if it is neither; what is wrong with single lines is in {@link #errors}
     */
    public static ActualsForm read(ObjectNode body, Kpi kpi, Locale locale) {
        ActualsForm form = new ActualsForm(kpi);
        FieldErrors shape = new FieldErrors();
        Fields in = new Fields(body, shape);
        boolean hasText = in.has("text");
        boolean hasRows = in.has("rows");
        LocalDate first = in.date("first");
        if (hasText == hasRows) {
            in.wrong("text", "text-xor-rows");
            in.wrong("rows", "text-xor-rows");
        }
        String text = in.text("text", LONGEST);
        if (hasText && text == null && !in.isWrong("text")) {
            in.wrong("text", "required.text", LONGEST);
        }
        List<Fields> sent = in.objects("rows", MOST);
        if (hasRows && sent.isEmpty() && !in.isWrong("rows")) {
            in.wrong("rows", "required.rows", MOST);
        }
        if (first != null && !Periods.isEnd(kpi.frequency(), first)) {
            in.wrong("first", "period." + kpi.frequency(), Periods.nearest(kpi.frequency(), first));
        }
        in.finish();
        form.rows(sent, shape);
        shape.throwIfAny();
        if (text != null) {
            form.text(text, new LocalForms(locale), first);
        }
        return form;
    }

    private void rows(List<Fields> sent, FieldErrors shape) {
        for (int i = 0; i < sent.size(); i++) {
            Fields in = sent.get(i);
            LocalDate period = in.requiredDate("period");
            double value = in.requiredNumber("value", Range.MEASURE);
            String note = in.text("note", Fields.TEXT_LENGTH);
            in.finish();
            if (!in.isWrong("period") && !in.isWrong("value") && !in.isWrong("note")) {
                take(new Row(i, period, value, note), "rows[" + i + "]", shape);
            }
        }
    }

    private void text(String text, LocalForms forms, @Nullable LocalDate first) {
        List<PastedCells.Line> lines = PastedCells.read(text);
        LocalDate next = first;
        for (int i = 0; i < lines.size() && errors.size() < MOST; i++) {
            PastedCells.Line line = lines.get(i);
            List<String> cells = new ArrayList<>(line.cells());
            while (cells.size() > 1 && cells.get(cells.size() - 1).isEmpty()) {
                cells.remove(cells.size() - 1);
            }
            if (i == 0 && isHeader(cells, forms)) {
                continue;
            }
            if (next != null) {
                cells.add(0, next.toString());
                next = Periods.endAfter(kpi.frequency(), next);
            }
            line(line.number(), cells, forms);
        }
        if (rows.isEmpty() && errors.isEmpty()) {
            errors.add("text", "required.rows", MOST);
        }
    }

    private boolean isHeader(List<String> cells, LocalForms forms) {
        return cells.stream().noneMatch(cell -> forms.number(cell).isPresent())
                && cells.stream()
                        .noneMatch(cell -> forms.day(cell, kpi.frequency()).isPresent());
    }

    private void line(int number, List<String> cells, LocalForms forms) {
        String at = "lines[" + number + "]";
        if (cells.size() < 2 || cells.size() > 3) {
            errors.add(at, "cells", cells.size());
            return;
        }
        if (rows.size() >= MOST) {
            errors.add(at, "list", MOST);
            return;
        }
        Frequency frequency = kpi.frequency();
        Optional<LocalDate> period = forms.day(cells.get(0), frequency).filter(Fields::isDay);
        Optional<Double> value = forms.number(cells.get(1)).filter(Range.MEASURE::holds);
        if (period.isEmpty()) {
            errors.add(at + ".period", "local-date");
        }
        if (value.isEmpty()) {
            errors.add(at + ".value", "local-number", Range.MEASURE.allowed());
        }
        String note = cells.size() < 3 || cells.get(2).isEmpty() ? null : cells.get(2);
        if (note != null && (note.length() > Fields.TEXT_LENGTH || !Fields.isStorable(note))) {
            errors.add(at + ".note", "text", Fields.TEXT_LENGTH);
        } else if (period.isPresent() && value.isPresent()) {
            take(new Row(number, period.get(), value.get() + 0.0, note), at, errors);
        }
    }

    private void take(Row row, String at, FieldErrors into) {
        if (!Periods.isEnd(kpi.frequency(), row.period())) {
            into.add(at + ".period", "period." + kpi.frequency(), Periods.nearest(kpi.frequency(), row.period()));
            return;
        }
        String known = places.putIfAbsent(row.period(), at);
        if (known == null) {
            rows.add(row);
        } else {
            into.add(at + ".period", "period-twice", row.period(), known);
        }
    }

    /** What is wrong with single lines of the text. */
    public FieldErrors errors() {
        return errors;
    }

    /** Enters and corrects; a value that is there as it is changes nothing, and keeps its attestation. */
    public List<Entered> enter(Draft draft, Kpi now, String by) {
        Map<LocalDate, Actual> present = new HashMap<>();
        draft.model().actualsOf(now.key()).forEach(each -> present.put(each.period(), each));
        List<Entered> entered = new ArrayList<>();
        for (Row row : rows) {
            Actual before = present.get(row.period());
            String note = row.note() == null && before != null ? before.note() : row.note();
            ActualForm form = new ActualForm(row.period(), row.value(), note);
            Actual after = before == null ? form.enter(draft, now, by) : form.correct(draft, now, before, by);
            entered.add(new Entered(row, before, after));
        }
        return entered;
    }
}
