package io.throughline.app.live;

import io.throughline.app.edit.ExemptionForm;
import io.throughline.core.orphans.Exempting;
import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.QueryMembers;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Exemptions that Jira has to search, kept as the queries of links are: whole once a night, changed issues within a minute,
 * the same on every node. Links have the numbers above 0, so exemptions take those below.
 */
public final class ExemptionQueries {
    private ExemptionQueries() {}

    /** The query of an exemption, as a link that would find the same. */
    public static WorkLink asLink(Exemption exemption) {
        String jql = ExemptionForm.query(exemption.kind(), exemption.ref());
        return new WorkLink(
                -exemption.id(),
                "EXEMPTION-" + exemption.id(),
                LinkTarget.jql(jql),
                null,
                exemption.created(),
                exemption.version());
    }

    static Stream<WorkLink> of(StrategyModel model) {
        return model.exemptions().stream()
                .filter(each -> each.kind().isSearched())
                .map(ExemptionQueries::asLink);
    }

    /** What was exempt until its exemption ran out, the one that ran out last first: why an orphan is one again. */
    static Exempting expired(StrategyModel model, QueryMembers found, LocalDate day) {
        List<Exemption> expired = model.exemptions().stream()
                .filter(each -> !each.isValid(day))
                .sorted(Comparator.comparing(Exemption::expires, Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
        return new Exempting(expired, exemption -> found.issues(-exemption), LocalDate.MIN);
    }

    /** What is exempt on a day, by what all queries found. */
    public static Exempting exempting(StrategyModel model, QueryMembers found, LocalDate day) {
        return new Exempting(model.exemptions(), exemption -> found.issues(-exemption), day);
    }
}
