package io.throughline.app.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.access.Caller;
import io.throughline.app.live.OpenBrowsing;
import io.throughline.app.suggest.Because.Kind;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.work.QueryMembers;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Trains, tickets and reports: what is said and what is linked decide what an orphan might serve. */
class SuggesterTest {
    private static final Caller PMO = new Caller("pmo", "pmo", true, true, false);

    private final Plans plans = new Plans();
    private final InMemoryTexts texts = new InMemoryTexts();
    private final OpenBrowsing browsing = new OpenBrowsing();
    private QueryMembers queries = QueryMembers.none();
    private final Suggester suggester = new Suggester(texts, plans.store, () -> queries, browsing);

    @BeforeEach
    void threeObjectives() {
        plans.objective("OBJ-1", "Trains arrive when we said", "Punctual departures and arrivals", "lead9")
                .objective("OBJ-2", "One ticket for the whole journey", "Fares and tickets across operators", null)
                .objective("OBJ-3", "Decide on data, not on reports", null, null);
    }

    private List<Suggestion> of(long issue) {
        return suggester.forIssues(plans.model(), null, List.of(issue), PMO).getOrDefault(issue, List.of());
    }

    private List<String> objectives(long issue) {
        return of(issue).stream().map(Suggestion::objective).toList();
    }

    private static IssueText issue(long project, long id, String summary, long parent, String component, String label) {
        return new IssueText(
                id,
                "P" + project + "-" + id,
                project,
                "P" + project,
                parent,
                summary,
                "",
                component == null ? Set.of() : Set.of(component),
                label == null ? Set.of() : Set.of(label),
                false);
    }

    @Test
    void theObjectivesOwnWordsSpeakForIt() {
        texts.add(1, 10, "Group tickets lose their discount");

        Suggestion first = of(10).get(0);

        assertThat(first.objective()).isEqualTo("OBJ-2");
        assertThat(first.because()).containsExactly(new Because(Kind.WORDS, List.of(), List.of("tickets")));
        assertThat(first.score()).isBetween(0.0, 1.0);
    }

    @Test
    void whatHasNothingInCommonWithTheStrategyHasNoSuggestion() {
        texts.add(1, 10, "Mobile payslips").add(1, 11, "The of and when we");

        assertThat(of(10)).isEmpty();
        assertThat(of(11)).as("no words that mean anything").isEmpty();
    }

    @Test
    void anIssueLikeALinkedOneGetsItsObjective() {
        texts.add(1, 20, "Dispatcher screen shows late crews").add(1, 10, "Late crew on the dispatcher screen");
        plans.link("OBJ-1", 20);

        Suggestion first = of(10).get(0);

        assertThat(first.objective()).isEqualTo("OBJ-1");
        assertThat(first.because().get(0).kind()).isEqualTo(Kind.ALIKE);
        assertThat(first.because().get(0).issues()).containsExactly("P1-20");
        assertThat(first.because().get(0).words()).containsExactly("Late", "crew", "dispatcher");
    }

    @Test
    void siblingsThatAreLinkedSpeakLoudest() {
        texts.add(issue(1, 20, "Alpha", 5, null, null)).add(issue(1, 21, "Beta", 5, null, null));
        texts.add(issue(2, 10, "Tickets", 5, null, null));
        plans.link("OBJ-3", 20, 21);

        assertThat(objectives(10)).startsWith("OBJ-3");
        assertThat(of(10).get(0).because().get(0))
                .isEqualTo(new Because(Kind.SIBLINGS, List.of("P1-20", "P1-21"), List.of()));
    }

    @Test
    void componentLabelAndLeadSpeakForAnObjectiveToo() {
        texts.add(issue(1, 20, "Alpha", 0, "Control room", null)).add(issue(1, 21, "Beta", 0, null, "winter"));
        texts.add(issue(2, 10, "Gamma", 0, "Control room", null)).add(issue(2, 11, "Delta", 0, null, "winter"));
        texts.add(issue(9, 12, "Epsilon", 0, null, null));
        plans.link("OBJ-3", 20).link("OBJ-2", 21);

        assertThat(of(10).get(0)).satisfies(first -> {
            assertThat(first.objective()).isEqualTo("OBJ-3");
            assertThat(first.because()).contains(new Because(Kind.COMPONENT, List.of(), List.of("Control room")));
        });
        assertThat(of(11).get(0)).satisfies(first -> {
            assertThat(first.objective()).isEqualTo("OBJ-2");
            assertThat(first.because()).contains(new Because(Kind.LABEL, List.of(), List.of("winter")));
        });
        assertThat(of(12).get(0)).satisfies(first -> {
            assertThat(first.objective()).isEqualTo("OBJ-1");
            assertThat(first.because()).containsExactly(new Because(Kind.LEAD, List.of(), List.of("lead9")));
        });
    }

    @Test
    void theProjectsOtherLinkedIssuesCountByTheirShare() {
        LongStream.rangeClosed(20, 23).forEach(id -> texts.add(1, id, "Something " + id));
        texts.add(1, 10, "Mobile payslips");
        plans.link("OBJ-3", 20, 21, 22).link("OBJ-2", 23);

        assertThat(objectives(10)).containsExactly("OBJ-3");
        assertThat(of(10).get(0).because())
                .containsExactly(new Because(Kind.PROJECT, List.of(), List.of("3", "4", "P1")));
    }

    @Test
    void thereAreNeverMoreThanThree() {
        plans.objective("OBJ-4", "Night trains", null, null).objective("OBJ-5", "Trains abroad", null, null);
        texts.add(1, 10, "Trains, tickets, data");

        assertThat(of(10)).hasSize(3);
    }

    @Test
    void onlyActiveObjectivesOfActivePlansAreSuggestedUnlessAPlanIsAsked() {
        plans.write(draft -> {
            draft.put(Plans.objective("OBJ-2", 1, "One ticket", null, null, ObjectiveState.ABANDONED));
            draft.put(Plans.objective("OBJ-7", 2, "Tickets of the second plan", null, null, ObjectiveState.ACTIVE));
        });
        texts.add(1, 10, "Group tickets");
        assertThat(objectives(10)).containsExactly("OBJ-7");
        assertThat(suggester
                        .forIssues(plans.model(), "PLAN-1", List.of(10L), PMO)
                        .get(10L))
                .isEmpty();

        plans.close(2);
        assertThat(objectives(10)).isEmpty();
    }

    @Test
    void whatTheViewerMayNotBrowseSaysNothingNotEvenHowRareAWordIs() {
        texts.add(1, 10, "Late crew on the dispatcher screen").add(1, 20, "Dispatcher screen");
        plans.link("OBJ-1", 20);
        List<Suggestion> before = of(10);

        browsing.hideProject(7);
        texts.add(7, 30, "Late crew on the dispatcher screen");
        texts.add(new IssueText(31, "P1-31", 1, "P1", 0, "Late crew, dispatcher", "", Set.of(), Set.of(), true));
        plans.link("OBJ-3", 30, 31);

        assertThat(of(10)).isEqualTo(before);
    }

    @Test
    void aReasonNamesNoIssueThatThePermissionManagerDenies() {
        texts.add(1, 10, "Late crew").add(1, 20, "Late crew");
        plans.link("OBJ-3", 20);
        browsing.hideIssue(20);

        assertThat(of(10).stream().flatMap(each -> each.because().stream()).map(Because::issues))
                .allSatisfy(named -> assertThat(named).isEmpty());
    }

    @Test
    void theIssueItselfIsNoEvidenceWhereItServesAnotherPlan() {
        plans.write(draft -> draft.put(Plans.objective("OBJ-7", 2, "Elsewhere", null, null, ObjectiveState.ACTIVE)));
        texts.add(1, 10, "Mobile payslips");
        plans.link("OBJ-7", 10);

        assertThat(suggester
                        .forIssues(plans.model(), "PLAN-1", List.of(10L), PMO)
                        .get(10L))
                .isEmpty();
        assertThat(objectives(10)).isEmpty();
    }

    @Test
    void membersOfAQueryTeachToo() {
        texts.add(1, 20, "Winter readiness").add(1, 10, "Readiness for winter");
        plans.write(draft -> draft.put(new io.throughline.core.strategy.WorkLink(
                5, "OBJ-3", io.throughline.core.strategy.LinkTarget.jql("project = P1"), null, draft.now(), 1)));
        assertThat(objectives(10)).isEmpty();

        queries = queries.with(5, new long[] {20}, java.time.Instant.EPOCH);
        assertThat(objectives(10)).startsWith("OBJ-3");
    }

    @Test
    void whereMuchIsUnreadNobodyWaitsForIt() {
        LongStream.range(1_000, 1_600)
                .forEach(id -> texts.add(1, id, id % 50 == 0 ? "Winter readiness " + id : "Something else " + id));
        texts.add(2, 10, "Readiness for winter");
        plans.link("OBJ-3", LongStream.range(1_000, 1_600).toArray());

        assertThat(of(10)).isEmpty();
        assertThat(texts.read()).as("the orphan alone").isEqualTo(1);

        suggester.tick();
        assertThat(objectives(10)).startsWith("OBJ-3");
        int read = texts.read();
        suggester.tick();
        of(10);
        assertThat(texts.read()).as("once read, once kept").isEqualTo(read + 1);
    }

    @Test
    void aProjectIsJudgedByItsNameAndItsLead() {
        texts.name(9, "Ticket shop");

        List<Suggestion> found = suggester.forProject(plans.model(), null, 9, "P9", PMO);

        assertThat(found).extracting(Suggestion::objective).containsExactly("OBJ-2", "OBJ-1");
    }
}
