package io.throughline.app.jira;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import io.throughline.app.access.Access;
import io.throughline.app.access.Caller;
import io.throughline.app.live.Browsing;
import io.throughline.app.live.LiveRollup;
import io.throughline.app.store.StrategyStore;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import io.throughline.core.orphans.OrphanScan;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.work.WorkView;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What the app's JQL functions find: ids of issues, of those that the searcher may browse, all of them or a reason why not.
 * Nothing is cut.
 */
@JiraComponent
public class StrategyQueries {
    private final LiveRollup rollup;
    private final StrategyStore store;
    private final Browsing browsing;
    private final Access access;
    private final Languages languages;

    @Inject
    public StrategyQueries(
            LiveRollup rollup, StrategyStore store, Browsing browsing, Access access, Languages languages) {
        this.rollup = rollup;
        this.store = store;
        this.browsing = browsing;
        this.access = access;
        this.languages = languages;
    }

    /** Ids, or why there are none, in the reader's language. */
    record Answer(long[] ids, @Nullable String refusal) {}

    /** A searcher: {@code user} is null for anonymous; {@code all} when Jira asks for whatever there is. */
    record Searcher(@Nullable ApplicationUser user, boolean all) {}

    /** All items that reach a plan, theme or objective or what is below it. */
    Answer strategyWork(String key, Searcher searcher) {
        String wanted = key.strip().toUpperCase(Locale.ROOT);
        return answer(
                searcher,
                scoring -> {
                    StrategyModel model = scoring.moment().strategy();
                    boolean known = model.plan(wanted).isPresent()
                            || model.theme(wanted).isPresent()
                            || model.objective(wanted).isPresent();
                    return known ? scoring.reaching(List.of(wanted)) : null;
                },
                "throughline.jql.unknown",
                key);
    }

    /** Open orphans of level 0 and up of one project, or of all. */
    Answer orphanWork(@Nullable String project, Searcher searcher) {
        String wanted = project == null ? null : project.strip().toUpperCase(Locale.ROOT);
        return answer(
                searcher,
                scoring -> {
                    WorkView work = scoring.moment().work();
                    OptionalInt number = wanted == null ? OptionalInt.of(-1) : numberOf(wanted, work);
                    Browsing.Sight sight = sight(searcher);
                    boolean unknown = number.isEmpty()
                            || (wanted != null && sight != null && !sight.project(work.projectId(number.getAsInt())));
                    return unknown
                            ? null
                            : scanned(
                                    scoring,
                                    (scan, at) -> scan.isOrphan(at)
                                            && (wanted == null || scan.work().project(at) == number.getAsInt()));
                },
                "throughline.jql.project",
                Objects.requireNonNullElse(project, ""));
    }

    /** Open work of level 0 and up that serves nothing and is exempt. */
    Answer exemptWork(Searcher searcher) {
        return answer(searcher, scoring -> scanned(scoring, OrphanScan::isExempt), "", "");
    }

    /** All items that reach an objective whose work lands while its outcome does not move. */
    Answer driftingWork(Searcher searcher) {
        return answer(searcher, scoring -> scoring.reaching(scoring.drifting()), "", "");
    }

    private BitSet scanned(Scoring scoring, BiPredicate<OrphanScan, Integer> wanted) {
        return scoring.orphans(null, rollup.exempting(scoring), scan -> {
            BitSet found = new BitSet();
            for (int at = 0; at < scan.work().positions(); at++) {
                if (wanted.test(scan, at)) {
                    found.set(at);
                }
            }
            return found;
        });
    }

    private static OptionalInt numberOf(String project, WorkView work) {
        for (int number = 0; number < work.projectCount(); number++) {
            if (work.projectKey(number).filter(project::equals).isPresent()) {
                return OptionalInt.of(number);
            }
        }
        return OptionalInt.empty();
    }

    /** Finds positions of a scoring; null when an argument names nothing. */
    private interface Search {
        @Nullable
        BitSet find(Scoring scoring);
    }

    private Answer answer(Searcher searcher, Search search, String unknown, String argument) {
        Language language = languages.ofReader();
        if (!searcher.all() && caller(searcher).isEmpty()) {
            return refused(language.text("throughline.jql.no-right"));
        }
        if (!rollup.health().ready()) {
            return refused(language.text("throughline.jql.indexing"));
        }
        Scoring scoring = rollup.scoring(store.model());
        Browsing.@Nullable Sight sight = sight(searcher);
        // together, so that positions mean the same all along
        long[] ids = scoring.moment().work().index().reading(() -> {
            BitSet found = search.find(scoring);
            return found == null ? null : ids(found, scoring.rollup().work(), sight);
        });
        if (ids == null) {
            return refused(language.text(unknown, argument));
        }
        int ceiling = store.settings().jqlCeiling();
        return ids.length > ceiling
                ? refused(
                        language.text("throughline.jql.too-many", language.count(ids.length), language.count(ceiling)))
                : new Answer(ids, null);
    }

    private static long[] ids(BitSet found, WorkView work, Browsing.@Nullable Sight sight) {
        long[] ids = new long[found.cardinality()];
        int count = 0;
        for (int at = found.nextSetBit(0); at >= 0; at = found.nextSetBit(at + 1)) {
            if (sight == null || sight.item(work, at)) {
                ids[count++] = work.id(at);
            }
        }
        return Arrays.copyOf(ids, count);
    }

    private static Answer refused(String why) {
        return new Answer(new long[0], why);
    }

    private Optional<Caller> caller(Searcher searcher) {
        ApplicationUser user = searcher.user();
        return user == null ? Optional.empty() : access.of(user.getKey()).filter(Caller::mayView);
    }

    /** What the searcher may browse; null for all of it. */
    private Browsing.@Nullable Sight sight(Searcher searcher) {
        return searcher.all() ? null : caller(searcher).map(browsing::of).orElseThrow();
    }
}
