package io.throughline.host.jira.synthetic;

import io.throughline.host.jira.synthetic.SyntheticIssue.Level;
import io.throughline.host.jira.synthetic.SyntheticIssue.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The issues of one made-up project over two years: of a hundred about one epic in fifteen, two initiatives a project, a third of the
 * standard issues without an epic, every fifth with sub-tasks. The initiatives come first, then the epics, so that whoever makes a
 * strategy for such a world knows that the project's first numbers are worth linking.
 */
final class SyntheticProject {
    static final int COMPONENTS = 8;
    static final List<String> LABELS = List.of(
            "customer",
            "security",
            "performance",
            "debt",
            "ux",
            "compliance",
            "pilot",
            "cloud",
            "mobile",
            "finance",
            "hr",
            "data");

    private static final long DAY = 86_400_000;
    private static final List<String> VERBS = List.of(
            "Show",
            "Design",
            "Build",
            "Trial",
            "Roll out",
            "Connect",
            "Measure",
            "Document",
            "Replace",
            "Simplify",
            "Approve",
            "Review");
    private static final List<String> THINGS = List.of(
            "invoices",
            "the login page",
            "orders",
            "the search index",
            "monthly reports",
            "access rules",
            "the mobile app",
            "contracts",
            "price lists",
            "the data feed",
            "notifications",
            "the archive",
            "shift plans",
            "claims",
            "the help pages");
    private static final List<String> PLACES = List.of(
            "for partners",
            "in the north",
            "on phones",
            "for new customers",
            "at night",
            "in the portal",
            "for auditors",
            "per team",
            "across regions",
            "for the board");
    private static final int[] POINTS = {1, 2, 3, 3, 5, 5, 8, 13};

    private final SplittableRandom random;
    private final int size;
    private final int people;
    private final long now;
    private final List<SyntheticIssue> issues = new ArrayList<>();

    SyntheticProject(long seed, int number, int size, int people, long now) {
        this.random = new SplittableRandom(seed * 1_000_003 + number);
        this.size = size;
        this.people = people;
        this.now = now;
    }

    List<SyntheticIssue> issues() {
        int initiatives = size < 50 ? 0 : 2;
        int epics = Math.max(1, size / 20);
        double[] shares = new double[initiatives + epics];
        for (int at = 0; at < initiatives && issues.size() < size; at++) {
            add(Level.INITIATIVE, Stage.IN_PROGRESS, -1, -1, -1, 0.99);
        }
        for (int at = initiatives; at < initiatives + epics && issues.size() < size; at++) {
            // from not begun to finished; a few have just been opened
            shares[at] = random.nextInt(10) == 0 ? 1 : Math.min(1, random.nextDouble() * 1.1);
            Stage stage = shares[at] >= 1 ? Stage.DONE : shares[at] < 0.05 ? Stage.TO_DO : Stage.IN_PROGRESS;
            int initiative = initiatives > 0 && random.nextInt(10) < 7 ? random.nextInt(initiatives) : -1;
            add(Level.EPIC, stage, -1, -1, initiative, 0.95);
        }
        while (issues.size() < size) {
            int epic = random.nextInt(3) == 0 || issues.size() < initiatives + epics
                    ? -1
                    : initiatives + random.nextInt(epics);
            standard(epic, epic < 0 ? 0.6 : shares[epic]);
        }
        return issues;
    }

    private void standard(int epic, double share) {
        int kind = random.nextInt(100);
        Level level = kind < 50 ? Level.STORY : kind < 75 ? Level.TASK : Level.BUG;
        int place = issues.size();
        Stage stage = stage(share);
        add(level, stage, -1, epic, -1, random.nextDouble());
        int subtasks = random.nextInt(5) == 0 ? 1 + random.nextInt(3) : 0;
        for (int at = 0; at < subtasks && issues.size() < size; at++) {
            boolean isDone = stage.resolution() != null || random.nextInt(3) == 0;
            add(Level.SUBTASK, isDone ? Stage.DONE : Stage.TO_DO, place, -1, -1, random.nextDouble());
        }
    }

    private Stage stage(double share) {
        if (random.nextDouble() < share) {
            int end = random.nextInt(100);
            return end < 92 ? Stage.DONE : end < 97 ? Stage.DROPPED : Stage.DUPLICATE;
        }
        int open = random.nextInt(10);
        return open < 5 ? Stage.TO_DO : open < 7 ? Stage.SELECTED : open < 9 ? Stage.IN_PROGRESS : Stage.IN_REVIEW;
    }

    /** @param age 1 for two years ago, 0 for today */
    private void add(Level level, Stage stage, int parent, int epic, int initiative, double age) {
        long created = now - (long) (age * 730 * DAY) - random.nextLong(DAY);
        long lasted = Math.min(now - created, DAY + random.nextLong(60 * DAY));
        boolean isDone = stage.resolution() != null;
        boolean isTouched = isDone || stage == Stage.IN_PROGRESS || stage == Stage.IN_REVIEW;
        long updated = isTouched ? created + lasted : created;
        boolean isSized = level.ordinal() >= Level.STORY.ordinal() && level != Level.SUBTASK && random.nextInt(10) > 0;
        String summary = VERBS.get(random.nextInt(VERBS.size())) + " " + THINGS.get(random.nextInt(THINGS.size())) + " "
                + PLACES.get(random.nextInt(PLACES.size()));
        issues.add(new SyntheticIssue(
                level,
                summary,
                stage,
                parent,
                epic,
                initiative,
                isSized ? POINTS[random.nextInt(POINTS.length)] : 0,
                created,
                updated,
                isDone ? updated : 0,
                random.nextInt(8) == 0 ? -1 : random.nextInt(people),
                random.nextInt(people),
                random.nextInt(COMPONENTS),
                random.nextInt(3) == 0 ? random.nextInt(LABELS.size()) : -1,
                1 + random.nextInt(5)));
    }
}
