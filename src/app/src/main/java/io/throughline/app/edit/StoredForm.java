package io.throughline.app.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.store.Kind;
import io.throughline.core.formula.Formula;
import io.throughline.core.formula.FormulaException;
import io.throughline.core.strategy.Aggregate;
import io.throughline.core.strategy.Attestation;
import io.throughline.core.strategy.Direction;
import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.Frequency;
import io.throughline.core.strategy.Indicator;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.Perspective;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.Point;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.strategy.UnitKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects as the store writes them, out of a document that may come from anywhere: with the limits of the forms,
 * field by field. What an object refers to is not looked at; that needs all of them.
 */
public final class StoredForm {
    /** More than a form takes at once, because hidden projects stay while others are added. */
    private static final int MOST_PROJECTS = 10_000;

    private static final int MOST_LINKS = BulkForm.MOST;
    private static final long MOST = 999_999_999_999_999_999L;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private static final Map<Kind<?>, Consumer<Fields>> FORMS = Map.ofEntries(
            Map.entry(Kind.PLAN, StoredForm::plan),
            Map.entry(Kind.THEME, StoredForm::theme),
            Map.entry(Kind.OBJECTIVE, StoredForm::objective),
            Map.entry(Kind.KPI, StoredForm::kpi),
            Map.entry(Kind.ACTUAL, StoredForm::actual),
            Map.entry(Kind.LINK, StoredForm::link),
            Map.entry(Kind.CONTRIBUTION, StoredForm::contribution),
            Map.entry(Kind.CAUSE, StoredForm::cause),
            Map.entry(Kind.BATCH, StoredForm::batch),
            Map.entry(Kind.DELEGATION, StoredForm::delegation),
            Map.entry(Kind.EXEMPTION, StoredForm::exemption),
            Map.entry(Kind.EXEMPTION_BATCH, StoredForm::exemptionBatch));

    private StoredForm() {}

    /**
     * The object that a part of a document holds.
     *
     * @param at where it is in the document, {@code objectives[3]}
     * @param errors gets every field that is wrong
     * @return empty if any is
     */
    public static <T> Optional<T> read(Kind<T> kind, ObjectNode json, FieldErrors errors, String at) {
        int before = errors.size();
        if (kind == Kind.SETTINGS) {
            SettingsForm.check(Fields.at(json, errors, at + "."));
            Fields.at(json, errors, at + ".").count("version", 1, MOST);
        } else if (FORMS.containsKey(kind)) {
            Fields in = Fields.at(json, errors, at + ".");
            FORMS.get(kind).accept(in);
            in.count("version", 1, MOST);
            in.finish();
        }
        if (errors.size() > before || errors.mentions(at)) {
            return Optional.empty();
        }
        try {
            T read = kind.read(json);
            // what it is called comes from its fields, and these may be anything
            kind.ref(read);
            return Optional.of(read);
        } catch (IllegalArgumentException
                | IllegalStateException
                | NullPointerException
                | ClassCastException
                | DateTimeException e) {
            // a kind without a form of its own, or a rule of the record that no form has
            errors.add(at, "unreadable", kind.toString());
            return Optional.empty();
        }
    }

    private static void plan(Fields in) {
        key(in, "key", Kind.PLAN);
        name(in);
        in.text("vision", Fields.TEXT_LENGTH);
        in.text("mission", Fields.TEXT_LENGTH);
        LocalDate start = in.requiredDate("start");
        LocalDate end = in.requiredDate("end");
        if (!in.isWrong("start") && !in.isWrong("end") && end.isBefore(start)) {
            in.wrong("end", "not-before", "start", start);
        }
        in.requiredChoice("state", PlanState.class);
        in.line("parent", Fields.NAME_LENGTH);
        in.requiredChoice("sizeMeasure", SizeMeasure.class);
        in.number("defaultSize", Range.SIZE);
        Fields thresholds = required(in, "thresholds");
        if (thresholds != null) {
            double good = thresholds.requiredNumber("good", Range.THRESHOLD);
            double warn = thresholds.requiredNumber("warn", Range.THRESHOLD);
            if (warn > good && !thresholds.isWrong("good")) {
                thresholds.wrong("warn", "at-most", "good", good);
            }
            thresholds.finish();
        }
        Fields scope = in.object("scope");
        if (scope != null) {
            if (scope.lines("projects", MOST_PROJECTS) == null) {
                scope.wrong("projects", "list", MOST_PROJECTS);
            }
            scope.finish();
        }
    }

    private static void theme(Fields in) {
        key(in, "key", Kind.THEME);
        key(in, "plan", Kind.PLAN);
        name(in);
        in.text("description", Fields.TEXT_LENGTH);
        in.line("owner", Fields.NAME_LENGTH);
        in.requiredNumber("weight", Range.WEIGHT);
        in.count("position", Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static void objective(Fields in) {
        key(in, "key", Kind.OBJECTIVE);
        boolean hasTheme = in.line("theme", Fields.NAME_LENGTH) != null;
        boolean hasParent = in.line("parent", Fields.NAME_LENGTH) != null;
        if (hasTheme == hasParent && !in.isWrong("theme") && !in.isWrong("parent")) {
            in.wrong("theme", "theme-xor-parent");
        }
        name(in);
        in.text("description", Fields.TEXT_LENGTH);
        in.line("owner", Fields.NAME_LENGTH);
        in.requiredChoice("perspective", Perspective.class);
        in.requiredNumber("weight", Range.WEIGHT);
        LocalDate start = in.date("start");
        LocalDate due = in.date("due");
        if (start != null && due != null && due.isBefore(start)) {
            in.wrong("due", "not-before", "start", start);
        }
        in.requiredChoice("state", ObjectiveState.class);
        in.count("position", Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static void kpi(Fields in) {
        key(in, "key", Kind.KPI);
        in.line("objective", Fields.NAME_LENGTH);
        name(in);
        in.text("description", Fields.TEXT_LENGTH);
        Fields unit = in.object("unit");
        if (unit != null) {
            unit.requiredChoice("kind", UnitKind.class);
            unit.line("symbol", KpiForm.SYMBOL_LENGTH);
            unit.finish();
        }
        in.requiredChoice("direction", Direction.class);
        Point baseline = point(in.object("baseline"));
        Point target = point(in.object("target"));
        List<Point> milestones = new ArrayList<>();
        for (Fields each : in.objects("milestones", KpiForm.MOST_MILESTONES)) {
            Optional.ofNullable(point(each)).ifPresent(milestones::add);
        }
        Fields band = in.object("band");
        if (band != null) {
            double low = band.requiredNumber("low", Range.MEASURE);
            double high = band.requiredNumber("high", Range.MEASURE);
            band.requiredNumber("tolerance", Range.DISTANCE);
            band.finish();
            if (low > high && !band.isWrong("low") && !band.isWrong("high")) {
                band.wrong("high", "at-least", "low", low);
            }
        }
        in.requiredChoice("frequency", Frequency.class);
        in.requiredNumber("weight", Range.WEIGHT);
        flag(in, "critical");
        in.requiredChoice("indicator", Indicator.class);
        in.line("owner", Fields.NAME_LENGTH);
        in.requiredChoice("attestation", Attestation.class);
        source(in);
        aim(in);
        boolean isLine = baseline != null && target != null && !in.isWrong("baseline") && !in.isWrong("target");
        if (isLine && !in.isWrong("direction") && !in.isWrong("milestones")) {
            KpiForm.checkLine(in, in.requiredChoice("direction", Direction.class), baseline, target);
            KpiForm.checkBetween(in, baseline, target, milestones);
        }
    }

    /** The same as a form demands: a band to maintain, two points to move between. */
    private static void aim(Fields in) {
        if (in.isWrong("direction")) {
            return;
        }
        boolean maintains = in.requiredChoice("direction", Direction.class) == Direction.MAINTAIN;
        for (String field : maintains ? new String[] {"band"} : new String[] {"baseline", "target"}) {
            if ((!in.has(field) || in.isNull(field)) && !in.isWrong(field)) {
                in.wrong(field, maintains ? "required.band" : "required.point");
            }
        }
    }

    private static @Nullable Point point(@Nullable Fields sent) {
        if (sent == null) {
            return null;
        }
        Point point = new Point(sent.requiredDate("date"), sent.requiredNumber("value", Range.MEASURE));
        sent.finish();
        return point;
    }

    private static void source(Fields in) {
        Fields sent = required(in, "source");
        if (sent == null) {
            return;
        }
        SourceForm.SourceKind kind = sent.requiredChoice("kind", SourceForm.SourceKind.class);
        if (!sent.isWrong("kind") && kind == SourceForm.SourceKind.FORMULA) {
            formula(sent);
        }
        if (!sent.isWrong("kind") && kind == SourceForm.SourceKind.JQL) {
            requiredText(sent, "jql", Fields.QUERY_LENGTH);
            sent.line("runAs", Fields.NAME_LENGTH);
            Aggregate aggregate = sent.requiredChoice("aggregate", Aggregate.class);
            String field = sent.line("field", Fields.NAME_LENGTH);
            if (aggregate != Aggregate.COUNT && field == null && !sent.isWrong("field") && !sent.isWrong("aggregate")) {
                sent.wrong("field", "required.text", Fields.NAME_LENGTH);
            }
        }
        if (!sent.isWrong("kind")) {
            sent.finish();
        }
    }

    private static void formula(Fields sent) {
        String text = sent.text("formula", Fields.QUERY_LENGTH);
        if (text == null) {
            sent.wrong("formula", "required.formula");
            return;
        }
        try {
            Formula.parse(text);
        } catch (FormulaException e) {
            sent.wrong("formula", "formula." + e.fault(), e.position(), e.found(), Formula.LONGEST, Formula.DEEPEST);
        }
    }

    private static void actual(Fields in) {
        key(in, "kpi", Kind.KPI);
        in.requiredDate("period");
        in.requiredNumber("value", Range.MEASURE);
        in.text("note", Fields.TEXT_LENGTH);
        in.line("enteredBy", Fields.NAME_LENGTH);
        in.requiredInstant("enteredAt");
        in.line("attestedBy", Fields.NAME_LENGTH);
        in.instant("attestedAt");
        in.text("statement", Fields.TEXT_LENGTH);
        in.line("attestedFor", Fields.NAME_LENGTH);
    }

    private static void link(Fields in) {
        in.count("id", 1, MOST);
        key(in, "objective", Kind.OBJECTIVE);
        Fields target = required(in, "target");
        if (target != null) {
            LinkTarget.Kind kind = target.requiredChoice("kind", LinkTarget.Kind.class);
            requiredText(target, "ref", kind == LinkTarget.Kind.JQL ? Fields.QUERY_LENGTH : Fields.NAME_LENGTH);
            if (target.has("id") && !target.isNull("id")) {
                target.count("id", 0, MOST);
                if (kind == LinkTarget.Kind.JQL) {
                    target.wrong("id", "no-id");
                }
            }
            target.finish();
        }
        in.number("weight", Range.WEIGHT);
        in.requiredInstant("created");
    }

    private static void contribution(Fields in) {
        in.count("id", 1, MOST);
        key(in, "from", Kind.OBJECTIVE);
        key(in, "to", Kind.OBJECTIVE);
        in.requiredNumber("weight", Range.WEIGHT);
    }

    private static void cause(Fields in) {
        in.count("id", 1, MOST);
        key(in, "cause", Kind.OBJECTIVE);
        key(in, "effect", Kind.OBJECTIVE);
    }

    private static void batch(Fields in) {
        in.count("id", 1, MOST);
        key(in, "objective", Kind.OBJECTIVE);
        in.counts("links", MOST_LINKS, MOST);
        flag(in, "undone");
    }

    private static void exemption(Fields in) {
        in.count("id", 1, MOST);
        Exemption.Kind kind = in.requiredChoice("kind", Exemption.Kind.class);
        requiredText(in, "ref", kind == Exemption.Kind.JQL ? Fields.QUERY_LENGTH : Fields.NAME_LENGTH);
        if (in.has("target") && !in.isNull("target")) {
            in.count("target", 0, MOST);
            if (!kind.hasTarget()) {
                in.wrong("target", "no-id");
            }
        }
        requiredText(in, "reason", ExemptionForm.REASON_LENGTH);
        requiredText(in, "author", Fields.NAME_LENGTH);
        in.requiredInstant("created");
        in.date("expires");
    }

    private static void exemptionBatch(Fields in) {
        in.count("id", 1, MOST);
        in.counts("exemptions", MOST_LINKS, MOST);
        flag(in, "undone");
    }

    private static void delegation(Fields in) {
        in.count("id", 1, MOST);
        for (String field : List.of("owner", "to")) {
            in.stripped(field);
            if (in.line(field, Fields.NAME_LENGTH) == null && !in.isWrong(field)) {
                in.wrong(field, "required.text", Fields.NAME_LENGTH);
            }
        }
        LocalDate from = in.requiredDate("from");
        LocalDate until = in.requiredDate("until");
        if (!in.isWrong("from") && !in.isWrong("until") && until.isBefore(from)) {
            in.wrong("until", "not-before", "from", from);
        }
    }

    private static void flag(Fields in, String field) {
        if (!in.has(field)) {
            in.wrong(field, "flag");
        }
        in.flag(field, false);
    }

    private static @Nullable Fields required(Fields in, String field) {
        Fields sent = in.object(field);
        if (sent == null && !in.isWrong(field)) {
            in.wrong(field, "required.object");
        }
        return sent;
    }

    private static void requiredText(Fields in, String field, int longest) {
        if (in.text(field, longest) == null && !in.isWrong(field)) {
            in.wrong(field, "required.text", longest);
        }
    }

    /** Stored without blanks around it, so it has to come without. */
    private static void name(Fields in) {
        in.name("name");
        in.stripped("name");
    }

    private static void key(Fields in, String field, Kind<?> kind) {
        String key = in.line(field, Fields.NAME_LENGTH);
        String prefix = kind + "-";
        boolean isKey = key != null
                && key.startsWith(prefix)
                && NUMBER.matcher(key.substring(prefix.length())).matches();
        in.stripped(field);
        if (!isKey && !in.isWrong(field)) {
            in.wrong(field, "key-of", prefix + 1);
        }
    }

    /** Whether a node of JSON can be stored and written again: its numbers are numbers, its texts are whole. */
    public static boolean isPlain(JsonNode json) {
        if (json.isTextual()) {
            return Fields.isStorable(json.textValue());
        }
        if (json.isBigDecimal() || json.isBigInteger()) {
            int scale = json.isBigDecimal() ? json.decimalValue().scale() : 0;
            return Math.abs(scale) <= 400 && Double.isFinite(json.doubleValue());
        }
        if (json.isObject()) {
            boolean named = json.properties().stream().allMatch(each -> Fields.isStorable(each.getKey()));
            return named && json.properties().stream().allMatch(each -> isPlain(each.getValue()));
        }
        for (JsonNode each : json) {
            if (!isPlain(each)) {
                return false;
            }
        }
        return true;
    }
}
