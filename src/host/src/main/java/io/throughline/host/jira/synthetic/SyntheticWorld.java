package io.throughline.host.jira.synthetic;

import io.throughline.host.jira.importer.ProgressBar;
import io.throughline.host.jira.model.Ids;
import io.throughline.host.jira.model.JiraSchema;
import io.throughline.host.jira.service.JiraServices;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Makes projects {@code SY1}, {@code SY2}, … with that many issues altogether, and their people. */
public final class SyntheticWorld {
    private static final long SEED = 20_260_101;
    private static final int ISSUES_PER_PROJECT = 2000;
    private static final int PEOPLE_PER_THOUSAND = 21;

    private final JiraServices services;
    private final PrintStream progress;

    public SyntheticWorld(JiraServices services, PrintStream progress) {
        this.services = services;
        this.progress = progress;
    }

    /**
     * Makes it, unless a world was made in this database before.
     *
     * @return what was done, for a person
     */
    public String make(int issues) {
        if (services.data().projects().findByKey("SY1").isPresent()) {
            return "The synthetic world is there already.";
        }
        long begin = System.nanoTime();
        int projects = Math.max(1, issues / ISSUES_PER_PROJECT);
        int people = Math.max(10, (int) ((long) issues * PEOPLE_PER_THOUSAND / 1000));
        rememberPeople(people);
        SyntheticRows rows = new SyntheticRows(services.data());
        JiraSchema.withoutIndexes(services.data().jdbi(), () -> {
            try (ProgressBar bar = new ProgressBar("synthetic", issues, progress)) {
                int made = 0;
                for (int number = 1; number <= projects; number++) {
                    int size = issues / projects + (number <= issues % projects ? 1 : 0);
                    project(rows, number, size, people);
                    made += size;
                    bar.bytesRead(size);
                    bar.issues(made);
                }
            }
        });
        services.announceNewData();
        return String.format(
                Locale.ROOT,
                "%,d synthetic issues in %,d projects with %,d people, made in %.0f s",
                issues,
                projects,
                people,
                (System.nanoTime() - begin) / 1e9);
    }

    private void project(SyntheticRows rows, int number, int size, int people) {
        String name = "Synthetic project " + number;
        long id = services.projectDesk()
                .create("SY" + number, name, "", "admin", null)
                .getId();
        List<Long> components = IntStream.rangeClosed(1, SyntheticProject.COMPONENTS)
                .mapToObj(at -> services.data()
                        .projects()
                        .addComponent(id, "Component " + at, "")
                        .id())
                .toList();
        rows.statuses().forEach(status -> services.data().projects().addStatus(id, status));
        List<SyntheticIssue> issues = new SyntheticProject(
                        SEED, number, size, people, services.data().clock().millis())
                .issues();
        rows.write(id, components, issues, services.data().ids().block(Ids.Kind.ISSUE, issues.size()));
        services.data().projects().raiseCounter(id);
    }

    static String person(int number) {
        return "person" + number;
    }

    private void rememberPeople(int count) {
        services.data().jdbi().useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch("INSERT INTO jira_person VALUES (?, ?, ?)");
            for (int number = 0; number < count; number++) {
                batch.add(person(number), "Person " + number, true);
            }
            batch.execute();
        });
    }
}
