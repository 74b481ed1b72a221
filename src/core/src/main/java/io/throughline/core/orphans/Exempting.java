package io.throughline.core.orphans;

import io.throughline.core.strategy.Exemption;
import io.throughline.core.work.WorkView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which work is exempt on one day. An exemption matches items themselves, by project, id, issue type, or by what Jira found
 * for its label or query, and covers all that is below them, in whatever project.
 *
 * <p>Example: project RUN is exempt. An epic of RUN is, and with it a story of project APP under that epic; a story of APP
 * under another epic is not.
 */
public final class Exempting {
    private final Map<Long, Exemption> projects = new HashMap<>();
    private final Map<String, Exemption> types = new HashMap<>();
    private final Map<Long, Exemption> issues = new HashMap<>();

    /**
     * Collects what is valid.
     *
     * @param all of the strategy, oldest first
     * @param found issues that Jira found, by id of exemption; asked for those that have to be searched
     */
    public Exempting(Collection<Exemption> all, LongFunction<long[]> found, LocalDate today) {
        for (Exemption each : all) {
            if (each.isValid(today)) {
                add(each, found);
            }
        }
    }

    /** Nothing is exempt. */
    public static Exempting nothing() {
        return new Exempting(List.of(), exemption -> new long[0], LocalDate.EPOCH);
    }

    private void add(Exemption each, LongFunction<long[]> found) {
        Long target = each.target();
        if (each.kind() == Exemption.Kind.ISSUE_TYPE) {
            types.putIfAbsent(fold(each.ref()), each);
        } else if (each.kind().isSearched()) {
            for (long issue : found.apply(each.id())) {
                issues.putIfAbsent(issue, each);
            }
        } else if (target != null) {
            (each.kind() == Exemption.Kind.PROJECT ? projects : issues).putIfAbsent(target, each);
        }
    }

    private static String fold(String type) {
        return type.strip().toLowerCase(Locale.ROOT);
    }

    /** By trait of the view: whether items of that project and issue type are matched. */
    boolean[] matchedTraits(WorkView work) {
        boolean[] matched = new boolean[work.traits()];
        for (int trait = 0; trait < matched.length; trait++) {
            matched[trait] = projects.containsKey(work.projectId(work.projectOfTrait(trait)))
                    || types.containsKey(fold(work.issueTypeOfTrait(trait)));
        }
        return matched;
    }

    /** Tells the positions of the issues that are matched one by one. */
    void forEachIssue(WorkView work, IntConsumer consumer) {
        for (long issue : issues.keySet()) {
            int at = work.find(issue);
            if (at != WorkView.NONE) {
                consumer.accept(at);
            }
        }
    }

    /** The exemption that covers an item: its own before its parent's; of several of its own the most particular one. */
    public Optional<Exemption> covering(WorkView work, int position) {
        for (int at = position; at != WorkView.NONE; at = work.parent(at)) {
            List<Exemption> own = new ArrayList<>();
            addIfThere(own, issues.get(work.id(at)));
            addIfThere(own, types.get(fold(work.issueType(at))));
            addIfThere(own, projects.get(work.projectId(work.project(at))));
            if (!own.isEmpty()) {
                return Optional.of(own.get(0));
            }
        }
        return Optional.empty();
    }

    /** The exemption that covers a whole project, by its number. */
    public Optional<Exemption> coveringProject(WorkView work, int project) {
        return Optional.ofNullable(projects.get(work.projectId(project)));
    }

    private static void addIfThere(List<Exemption> to, @Nullable Exemption one) {
        if (one != null) {
            to.add(one);
        }
    }
}
