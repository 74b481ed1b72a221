package io.throughline.app.edit;

import io.throughline.app.edit.Refused.Kind;
import io.throughline.app.live.LinkTargets.Resolved;
import io.throughline.core.formula.Formula;
import io.throughline.core.formula.FormulaException;
import io.throughline.core.formula.FormulaNet;
import io.throughline.core.strategy.Aggregate;
import io.throughline.core.strategy.Attestation;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.KpiSource;
import io.throughline.core.strategy.LinkTarget;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads where the actuals of a KPI come from. */
final class SourceForm {
    enum SourceKind {
        MANUAL,
        FORMULA,
        JQL
    }

    private final Form form;
    private final Fields in;
    private final KpiSource before;

    private SourceForm(Form form, Fields in, KpiSource before) {
        this.form = form;
        this.in = in;
        this.before = before;
    }

    /**
     * The source that a body describes; people enter the values where it says nothing.
     *
     * @param before the KPI that is replaced, null for a new one
     * @param attestation what the body says of attestation
     * @throws Refused FORMULA_CYCLE with the path, if the KPI would be computed from itself
     */
    static KpiSource read(Form form, String key, @Nullable Kpi before, Attestation attestation) {
        if (form.in.isNull("source")) {
            form.in.wrong("source", "object");
        }
        Fields sent = form.in.object("source");
        if (sent == null) {
            return new KpiSource.Manual();
        }
        KpiSource last = before == null ? new KpiSource.Manual() : before.source();
        SourceForm source = new SourceForm(form, sent, last);
        SourceKind kind = sent.requiredChoice("kind", SourceKind.class);
        if (sent.isWrong("kind")) {
            // the kinds bring fields of their own; naming those as unknown beside the kind would only confuse
            return last;
        }
        return switch (kind) {
            case MANUAL -> source.manual();
            case FORMULA -> source.formula(key, attestation);
            case JQL -> source.query();
        };
    }

    private KpiSource manual() {
        in.finish();
        return new KpiSource.Manual();
    }

    private KpiSource formula(String key, Attestation attestation) {
        String text = in.text("formula", Fields.QUERY_LENGTH);
        in.finish();
        if (text == null) {
            if (!in.isWrong("formula")) {
                in.wrong("formula", "required.formula");
            }
            return before;
        }
        if (attestation == Attestation.OWNER) {
            form.in.wrong("attestation", "attestation-computed");
        }
        try {
            check(key, Formula.parse(text));
            return new KpiSource.Formula(text);
        } catch (FormulaException e) {
            in.wrong("formula", "formula." + e.fault(), e.position(), e.found(), Formula.LONGEST, Formula.DEEPEST);
            return before;
        }
    }

    private void check(String key, Formula formula) {
        if (formula.keys().isEmpty()) {
            in.wrong("formula", "formula-without-kpi");
        }
        for (String named : formula.keys()) {
            if (form.model.kpi(named).isEmpty() && !named.equals(key)) {
                in.wrong("formula", "formula-unknown-kpi", named);
            }
        }
        Optional<List<String>> ring = new FormulaNet(form.model).ring(key, formula);
        if (ring.isPresent() && !in.isWrong("formula")) {
            throw Refused.of(Kind.CONFLICT, "FORMULA_CYCLE").with("path", ring.get());
        }
    }

    private KpiSource query() {
        KpiSource.Jql last = before instanceof KpiSource.Jql query ? query : null;
        boolean hidden = in.flag("hidden", false);
        String sent = in.text("jql", Fields.QUERY_LENGTH);
        Aggregate aggregate = in.choice("aggregate", Aggregate.class, Aggregate.COUNT);
        String field = field(aggregate);
        String jql = hidden && sent == null && last != null ? last.jql() : jql(sent, last);
        String runAs = runAs(jql, last);
        in.finish();
        boolean isWrong = jql == null || (aggregate != Aggregate.COUNT && field == null);
        return isWrong ? before : new KpiSource.Jql(jql, aggregate, field, runAs);
    }

    /** A query that stays as it is need not be readable: its author may have left, and it is shown as such. */
    private @Nullable String jql(@Nullable String sent, KpiSource.@Nullable Jql last) {
        if (sent == null) {
            if (!in.isWrong("jql")) {
                in.wrong("jql", "required.ref.JQL");
            }
            return null;
        }
        if (last != null && last.jql().equals(sent)) {
            return sent;
        }
        Resolved resolved = form.lookups.resolve(LinkTarget.Kind.JQL, sent.strip());
        if (resolved.target() == null) {
            in.wrong("jql", "query", String.join(" ", resolved.problems()));
            return null;
        }
        return resolved.target().ref();
    }

    private @Nullable String field(Aggregate aggregate) {
        String name = in.line("field", Fields.NAME_LENGTH);
        if (aggregate == Aggregate.COUNT) {
            if (name != null) {
                in.wrong("field", "field-for-count");
            }
            return null;
        }
        Optional<String> field = name == null ? Optional.empty() : form.lookups.numberField(name);
        if (field.isEmpty() && !in.isWrong("field")) {
            in.wrong("field", "number-field", aggregate.name());
        }
        return field.orElse(null);
    }

    /** It runs as who wrote it; in somebody else's name only an administrator may let it run. */
    private @Nullable String runAs(@Nullable String jql, KpiSource.@Nullable Jql last) {
        boolean stays = last != null && last.jql().equals(jql);
        String present = stays ? last.runAs() : form.lookups.caller().key();
        String name = in.line("runAs", Fields.NAME_LENGTH);
        if (name == null || in.isWrong("runAs")) {
            return present;
        }
        String key = form.lookups.named(name).map(person -> person.key()).orElse(null);
        if (key == null) {
            if (stays && name.equals(present)) {
                return present;
            }
            in.wrong("runAs", "user");
            return present;
        }
        boolean isOwn = key.equals(form.lookups.caller().key()) || key.equals(present);
        if (!isOwn && !form.lookups.caller().mayAdminister()) {
            in.wrong("runAs", "run-as");
        }
        return key;
    }
}
