package io.throughline.app.confluence.scorecard;

import io.throughline.app.confluence.link.JiraReply.Jira;
import io.throughline.app.confluence.scorecard.ScorecardAnswer.Blocks;
import io.throughline.app.confluence.scorecard.ScorecardAnswer.Delivery;
import io.throughline.app.confluence.scorecard.ScorecardAnswer.Group;
import io.throughline.app.confluence.scorecard.ScorecardAnswer.KpiRow;
import io.throughline.app.confluence.scorecard.ScorecardAnswer.Outcome;
import io.throughline.app.confluence.scorecard.ScorecardAnswer.Row;
import io.throughline.app.confluence.scorecard.ScorecardAnswer.Signal;
import io.throughline.app.confluence.scorecard.ScorecardAnswer.Snapshot;
import io.throughline.app.web.DeliveryView;
import io.throughline.app.web.KpiNumbers;
import io.throughline.app.web.Language;
import io.throughline.app.web.OutcomeView;
import io.throughline.app.web.PersonView;
import io.throughline.app.web.SignalView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns an answer into the view that the template prints, in one reader's language. */
final class ScorecardPage {
    /** The order in which signals are counted: from what goes well to what cannot be told. */
    private static final List<String> SIGNALS = List.of("REALIZING", "DRIFT", "UNEXPLAINED", "STALLED", "BLIND");

    private final ScorecardAnswer answer;
    private final Jira jira;
    private final Language language;

    ScorecardPage(ScorecardAnswer answer, Jira jira, Language language) {
        this.answer = answer;
        this.jira = jira;
        this.language = language;
    }

    ScorecardView view(ColumnsView columns) {
        List<ScorecardBlock> blocks = new ArrayList<>();
        answer.groups().forEach(group -> addGroup(group, blocks));
        return new ScorecardView(
                answer.plan().key(),
                answer.plan().name(),
                jira.page("plans", answer.plan().key()),
                language.text("throughline.scorecard.by." + answer.groupBy()),
                columns,
                noDataUnless(outcome(answer.blocks())),
                delivery(answer.blocks()),
                counts(),
                blocks,
                blocks.isEmpty() ? language.text("throughline.scorecard.empty") : "",
                indexing());
    }

    private void addGroup(Group group, List<ScorecardBlock> blocks) {
        ScorecardLine head = new ScorecardLine(
                "tl-sc-theme",
                "rowgroup",
                group.name(),
                "",
                "",
                owner(group.owner()),
                "",
                "",
                outcome(group.blocks()),
                null,
                "",
                "",
                delivery(group.blocks()),
                signal(group.blocks(), false),
                1);
        blocks.add(new ScorecardBlock("tl-sc-group", List.of(head)));
        for (Row row : group.rows()) {
            List<ScorecardLine> lines = new ArrayList<>();
            lines.add(objective(row));
            row.kpis().forEach(kpi -> lines.add(kpi(kpi)));
            blocks.add(new ScorecardBlock("tl-sc-rows", lines));
        }
    }

    private ScorecardLine objective(Row row) {
        return new ScorecardLine(
                "tl-sc-objective",
                "row",
                row.name(),
                jira.page("objectives", row.key()),
                row.depth() == 0 ? "" : "tl-sc-depth-" + Math.min(row.depth(), 4),
                owner(row.owner()),
                "",
                "",
                outcome(row.blocks()),
                null,
                "",
                "",
                delivery(row.blocks()),
                signal(row.blocks(), true),
                1 + row.kpis().size());
    }

    private ScorecardLine kpi(KpiRow kpi) {
        Outcome outcome = kpi.outcome() == null ? new Outcome("UNKNOWN", null, null, 0, 0) : kpi.outcome();
        OutcomeView seen = OutcomeView.of(language, outcome.health(), outcome.attainment(), outcome.expected());
        boolean stale = outcome.stale() > 0;
        boolean unattested = !stale && outcome.unattested() > 0;
        KpiNumbers numbers = KpiNumbers.of(language, kpi.actual(), kpi.target(), kpi.low(), kpi.high(), kpi.symbol());
        return new ScorecardLine(
                "tl-sc-kpi",
                "row",
                kpi.name(),
                "",
                "",
                null,
                stale
                        ? language.text("throughline.kpi.stale")
                        : unattested ? language.text("throughline.kpi.unattested") : "",
                stale ? "tl-none" : "tl-warn",
                seen,
                TrendView.of(kpi.trend(), seen.tone()),
                numbers.measured(),
                numbers.aimed(),
                null,
                null,
                0);
    }

    private @Nullable OutcomeView outcome(Blocks blocks) {
        Outcome outcome = blocks.outcome();
        return outcome == null
                ? null
                : OutcomeView.of(language, outcome.health(), outcome.attainment(), outcome.expected());
    }

    private OutcomeView noDataUnless(@Nullable OutcomeView known) {
        return known == null ? OutcomeView.of(language, "UNKNOWN", null, null) : known;
    }

    private @Nullable DeliveryView delivery(Blocks blocks) {
        Delivery delivery = blocks.delivery();
        return delivery == null
                ? null
                : DeliveryView.of(
                        language,
                        delivery.health(),
                        delivery.progress(),
                        delivery.expected(),
                        new DeliveryView.Sizes(
                                delivery.total(),
                                delivery.done(),
                                delivery.inProgress(),
                                answer.plan().sizeMeasure()));
    }

    private @Nullable SignalView signal(Blocks blocks, boolean withReason) {
        Signal signal = blocks.signal();
        return signal == null ? null : SignalView.of(language, signal.kind(), withReason ? signal.reason() : "");
    }

    private List<SignalCount> counts() {
        return SIGNALS.stream()
                .filter(kind -> answer.signals().getOrDefault(kind, 0) > 0)
                .map(kind ->
                        new SignalCount(language.count(answer.signals().get(kind)), SignalView.of(language, kind, "")))
                .toList();
    }

    private String indexing() {
        return answer.indexing() == null
                ? ""
                : language.text(
                        "throughline.indexing",
                        language.count(answer.indexing().indexed()),
                        language.count(answer.indexing().total()));
    }

    /** What else is counted in: stale, unattested, hidden. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        Snapshot snapshot = answer.snapshot();
        if (snapshot != null && !snapshot.reason().isEmpty()) {
            notes.add(snapshot.reason());
        } else if (snapshot != null && snapshot.filled() && snapshot.day() != null) {
            notes.add(language.text("throughline.note.filled", language.date(snapshot.day())));
        }
        Outcome outcome = answer.blocks().outcome();
        if (outcome != null && outcome.stale() > 0) {
            notes.add(language.counted("throughline.note.stale", outcome.stale()));
        }
        if (outcome != null && outcome.unattested() > 0) {
            notes.add(language.counted("throughline.note.unattested", outcome.unattested()));
        }
        Delivery delivery = answer.blocks().delivery();
        if (delivery != null && delivery.hidden() > 0) {
            notes.add(language.counted("throughline.note.hidden", delivery.hidden()));
        }
        return notes;
    }

    private static @Nullable PersonView owner(@Nullable String name) {
        return name == null ? null : PersonView.named(name);
    }
}
