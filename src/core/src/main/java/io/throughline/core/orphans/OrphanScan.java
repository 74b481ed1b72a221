package io.throughline.core.orphans;

import io.throughline.core.alignment.Alignment;
import io.throughline.core.alignment.LinkSets;
import io.throughline.core.coverage.OpenWork;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.work.Sizes;
import io.throughline.core.work.WorkRules;
import io.throughline.core.work.WorkView;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * All open work, held against one {@link Ground}: what is aligned, orphan or exempt, and which orphans are listed.
 *
 * <p>Looked at is what is there, not archived and in the scope. Of that:
 *
 * <ul>
 *   <li>an item is aligned, else exempt (itself or an ancestor is matched), else orphan; those open ones that carry size
 *       make {@link #openWork}: {@code aligned + orphan + exempt = total};
 *   <li>{@link OrphanKind#EPIC EPIC} and {@link OrphanKind#PARTIAL PARTIAL}: open orphans of level 1 and up, told apart by
 *       whether an open descendant of any level is aligned;
 *   <li>{@link OrphanKind#ISSUE ISSUE}: open orphans of level 0 without an open ancestor;
 *   <li>{@link OrphanKind#PROJECT PROJECT}: aligned open size 0, orphan open size more than 0. (An active project: one that
 *       is archived has only archived items, and one with orphan size has an open item.)
 * </ul>
 *
 * <p>The size of a listed orphan is the open orphan size of its subtree, itself included. Example, by COUNT: epic E (open)
 * has stories A (linked), B (open), C (done) and D (open, exempt). E is PARTIAL with size 1, that is B; A is aligned, D exempt.
 * Without the link E is an EPIC of size 2.
 *
 * <p>One pass over the items in any order; a parent that was not met yet is looked at first. Positions mean something as
 * long as the view does and nothing changes: use it inside {@link io.throughline.core.work.WorkIndex#reading}, or again
 * while the version of the index is the same and the view too.
 */
public final class OrphanScan {
    private static final int KNOWN = 1;
    private static final int MATCHED = 1 << 1;
    private static final int EXEMPT = 1 << 2;
    private static final int OPEN = 1 << 3;
    private static final int OPEN_ABOVE = 1 << 4;
    private static final int ALIGNED = 1 << 5;
    private static final int ALIGNED_BELOW = 1 << 6;

    private final WorkView work;
    private final Alignment alignment;
    private final LinkSets sets;
    private final Ground ground;
    private final GroupTest aligns;
    private final boolean[] inScope;
    private final boolean[] exemptTrait;
    private final OpenWork open;
    private final Sizes.Reader measured;
    private final byte[] marks;
    private final long[] alignedOfGroup;
    private final long[] updatedOfProject;
    /** By position, as far as there are orphans with something below them: parents are in front. */
    private long[] sizes = new long[1024];

    private int[] tops = new int[256];
    private int topCount;
    private int[] issues = new int[1024];
    private int issueCount;

    /**
     * Scans. Ask inside {@link io.throughline.core.work.WorkIndex#reading}.
     *
     * @param sets those of the alignment
     */
    public OrphanScan(WorkView work, Alignment alignment, LinkSets sets, Ground ground, Exempting exempting) {
        this.work = work;
        this.alignment = alignment;
        this.sets = sets;
        this.ground = ground;
        aligns = new GroupTest(alignment, set -> sets.any(set, ground.aligning()::get));
        inScope = ground.projects(work);
        exemptTrait = exempting.matchedTraits(work);
        open = new OpenWork(ground.measure(), work);
        measured = new Sizes.Reader(ground.measure(), ground.fallback());
        marks = new byte[work.positions()];
        alignedOfGroup = new long[alignment.groups()];
        updatedOfProject = new long[work.projectCount()];
        Arrays.fill(updatedOfProject, Long.MIN_VALUE);
        exempting.forEachIssue(work, at -> marks[at] |= MATCHED);
        for (int at = 0; at < marks.length; ) {
            at = work.isPresent(at) ? look(at) : at + 1;
        }
    }

    /**
     * Looks at items in a row that have one parent, one place and one group, so that most is the same for all of them; without
     * branches that depend on what an item happens to be. Returns where they end.
     */
    private int look(int from) {
        long siblings = work.siblings(from);
        int place = work.place(from);
        int group = alignment.group(from);
        int project = work.projectOfPlace(place);
        int inherited = inherited(from);
        int whenOpen = whenOpen(project, group);
        long updated = updatedOfProject[project];
        int counted = 0;
        long all = 0;
        long exempt = 0;
        int at = from;
        do {
            int mark = ownMark(at, inherited, whenOpen);
            marks[at] = (byte) mark;
            updated = Math.max(updated, work.updatedMillis(at));
            int counts = (mark & OPEN) / OPEN & work.carries(at);
            long size = work.size(at, measured) & -counts;
            counted += counts;
            all += size;
            exempt += size & -((mark & EXEMPT) / EXEMPT);
            at++;
        } while (at < marks.length && work.isBeside(at, siblings, place) && alignment.group(at) == group);
        updatedOfProject[project] = updated;
        if ((whenOpen & ALIGNED) != 0) {
            open.add(project, counted, all, 0, 0);
            alignedOfGroup[group] += all;
            tellAbove(from, at);
        } else {
            open.add(project, counted, 0, all - exempt, exempt);
            addAbove(from, all - exempt);
            list(from, at, inherited);
        }
        return at;
    }

    /** What an item is, from its own and its parent's; the bits from below come later. */
    private int mark(int at) {
        if ((marks[at] & KNOWN) == 0) {
            marks[at] = (byte) ownMark(at, inherited(at), whenOpen(work.project(at), alignment.group(at)));
        }
        return marks[at];
    }

    private int inherited(int at) {
        int parent = work.parent(at);
        int above = parent == WorkView.NONE ? 0 : mark(parent);
        return KNOWN | (above & (EXEMPT | OPEN_ABOVE)) | ((above & OPEN) != 0 ? OPEN_ABOVE : 0);
    }

    /** What an item of a project and a group is besides when it is open. */
    private int whenOpen(int project, int group) {
        return !inScope[project] ? 0 : aligns.test(group) ? OPEN | ALIGNED : OPEN;
    }

    private int ownMark(int at, int inherited, int whenOpen) {
        int before = marks[at] & (MATCHED | ALIGNED_BELOW);
        boolean isExempt = (before & MATCHED) != 0 || exemptTrait[work.trait(at)];
        return before | inherited | (isExempt ? EXEMPT : 0) | (whenOpen & -work.open(at));
    }

    private void addAbove(int from, long size) {
        for (int at = work.parent(from); at != WorkView.NONE && size > 0; at = work.parent(at)) {
            addTo(at, size);
        }
    }

    private void addTo(int at, long size) {
        if (at >= sizes.length) {
            sizes = Arrays.copyOf(sizes, Math.max(at + 1, Math.min(marks.length, sizes.length * 2)));
        }
        sizes[at] += size;
    }

    private void tellAbove(int from, int end) {
        int at = from;
        while (at < end && (marks[at] & OPEN) == 0) {
            at++;
        }
        int above = at < end ? work.parent(from) : WorkView.NONE;
        while (above != WorkView.NONE && (marks[above] & ALIGNED_BELOW) == 0) {
            marks[above] |= ALIGNED_BELOW;
            above = work.parent(above);
        }
    }

    /** Lists those of a row that are orphans: all above level 0, and those of level 0 without an open ancestor. */
    private void list(int from, int end, int inherited) {
        int parent = work.parent(from);
        boolean isTop = parent == WorkView.NONE || work.level(parent) > WorkRules.STANDARD + 1;
        boolean isReported = (inherited & OPEN_ABOVE) != 0;
        for (int at = from; at < end && (isTop || !isReported); at++) {
            if ((marks[at] & (OPEN | EXEMPT)) == OPEN) {
                int level = work.level(at);
                if (level > WorkRules.STANDARD) {
                    listTop(at);
                } else if (level == WorkRules.STANDARD && !isReported) {
                    listIssue(at);
                }
            }
        }
    }

    private void listTop(int at) {
        if (topCount == tops.length) {
            tops = Arrays.copyOf(tops, topCount * 2);
        }
        tops[topCount++] = at;
        if (work.carriesSize(at)) {
            addTo(at, work.size(at, measured));
        }
    }

    private void listIssue(int at) {
        if (issueCount == issues.length) {
            issues = Arrays.copyOf(issues, issueCount * 2);
        }
        issues[issueCount++] = at;
    }

    /** The open work that was looked at, split. */
    public OpenWork openWork() {
        return open;
    }

    /**
     * Tells the positions of the listed orphans of a kind, ascending; for PROJECT the numbers of the projects.
     *
     * @throws IllegalArgumentException for a kind that is not about work
     */
    public void forEach(OrphanKind kind, IntConsumer consumer) {
        switch (kind) {
            case PROJECT -> {
                for (int project = 0; project < inScope.length; project++) {
                    if (open.isOrphan(project)) {
                        consumer.accept(project);
                    }
                }
            }
            case EPIC, PARTIAL -> {
                for (int top = 0; top < topCount; top++) {
                    boolean isPartial = (marks[tops[top]] & ALIGNED_BELOW) != 0;
                    if (isPartial == (kind == OrphanKind.PARTIAL)) {
                        consumer.accept(tops[top]);
                    }
                }
            }
            case ISSUE -> {
                for (int issue = 0; issue < issueCount; issue++) {
                    consumer.accept(issues[issue]);
                }
            }
            default -> throw new IllegalArgumentException(kind + " is not about work");
        }
    }

    /** Whether a position has an open item of level 0 or up that is orphan, listed itself or not. */
    public boolean isOrphan(int position) {
        return isUncovered(position) && (marks[position] & EXEMPT) == 0;
    }

    /** Whether a position has an open item of level 0 or up that only an exemption covers. */
    public boolean isExempt(int position) {
        return isUncovered(position) && (marks[position] & EXEMPT) != 0;
    }

    private boolean isUncovered(int position) {
        return (marks[position] & (OPEN | ALIGNED)) == OPEN && work.level(position) >= WorkRules.STANDARD;
    }

    /** The open orphan size of an orphan item and all below it, in the measure's unit. */
    public double openSize(int position) {
        long fixed = work.level(position) > WorkRules.STANDARD
                ? position < sizes.length ? sizes[position] : 0
                : work.carriesSize(position) ? work.size(position, measured) : 0;
        return Sizes.value(fixed, ground.measure());
    }

    /** The size that an item carries itself, open or not, in the measure's unit; 0 for one that carries none. */
    public double ownSize(int position) {
        return work.carriesSize(position) ? Sizes.value(work.size(position, measured), ground.measure()) : 0;
    }

    /** When anything in a project, by number, was last changed, in milliseconds since 1970-01-01 UTC. */
    public long updatedOfProject(int project) {
        return updatedOfProject[project];
    }

    /** Of the aligned open size, what the given links make aligned; an item counts once. */
    public double alignedBy(BitSet links) {
        long sum = 0;
        for (int group = 0; group < alignedOfGroup.length; group++) {
            if (alignedOfGroup[group] > 0 && sets.any(alignment.heldBy(group), links::get)) {
                sum += alignedOfGroup[group];
            }
        }
        return Sizes.value(sum, ground.measure());
    }

    /** The view whose positions are told. */
    public WorkView work() {
        return work;
    }

    /** In what sizes are measured. */
    public SizeMeasure measure() {
        return ground.measure();
    }
}
